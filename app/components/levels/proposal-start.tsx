import { Form, Link } from "@remix-run/react";
import { ErrorPanel } from "../error-panel.tsx";
import { Notice } from "../notice.tsx";

type ProposalStartProps = {
  year: number;
  isReleased: boolean;
  mayStart: boolean;
  errors: Record<string, string> | undefined;
};

/** What stands where a year has no open proposal: the way to begin one. */
export function ProposalStart({ year, isReleased, mayStart, errors }: ProposalStartProps) {
  if (isReleased) {
    return <Notice kind="info">Omgångens resultat är släppt. Nivåerna kan inte ändras längre.</Notice>;
  }
  if (!mayStart) return <p>Samordningskansliet har inte påbörjat något förslag. Det visas här när det finns.</p>;
  return (
    <Form method="post" action={`/lagstanivaer/${year}/forslag`} className="stack">
      <ErrorPanel errors={errors} title="Förslaget är inte påbörjat" />
      <p>
        Förslaget börjar som en kopia av de nivåer som gäller nu, eller förra årets om inget är beslutat för {year}. Det
        syns bara för kansliet och chefsgruppen tills chefsgruppen har beslutat.
      </p>
      <div className="buttons">
        <button className="ds-button" type="submit" name="intent" value="start">
          Påbörja ett förslag
        </button>
        <Link to={`/lagstanivaer/${year}/beslut`}>Registrera ett beslut utan förslag</Link>
      </div>
    </Form>
  );
}
