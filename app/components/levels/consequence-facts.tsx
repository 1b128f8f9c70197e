import type { Consequences } from "#domain/consequences.ts";
import { brokenCodesText, notMeetingParts } from "#text/proposal.ts";
import { listText } from "#text/results.ts";

type ConsequenceFactsProps = {
  consequences: Consequences | null;
  basis: { year: number; submitted: number; actors: number; broken: string[] } | null;
};

function signed(change: number): string {
  if (change === 0) return "oförändrat";
  return change > 0 ? `+${change}` : `−${-change}`;
}

/** What the whole proposal means: met and not met as they are and as they would be, and where nobody or everybody is below. */
export function ConsequenceFacts({ consequences, basis }: ConsequenceFactsProps) {
  if (!consequences || !basis) {
    return (
      <p className="note">Ingen aktör har lämnat in något svar än, så det går inte att säga vad nivåerna betyder.</p>
    );
  }
  const { before, after, codes, tooFew } = consequences;
  const of = (verdict: "nobody" | "everybody") =>
    codes.filter((row) => row.verdict === verdict).map(({ code }) => code);
  const [nobody, everybody] = [of("nobody"), of("everybody")];
  const change = (verdict: "nobody" | "everybody") =>
    signed(of(verdict).length - codes.filter(({ verdictBefore }) => verdictBefore === verdict).length);
  return (
    <section className="consequences" aria-labelledby="betyder">
      <h2 id="betyder">Vad förslaget betyder</h2>
      <p className="note">
        Räknat på svaren i omgången {basis.year}: {basis.submitted} av årets {basis.actors} aktörer har lämnat in.
      </p>
      <div className="facts">
        <div>
          <b>
            {after.meetsMinimum} <small>{signed(after.meetsMinimum - before.meetsMinimum)}</small>
          </b>
          <span>svar som når lägstanivån</span>
        </div>
        <div className={after.notMeeting > before.notMeeting ? "warn" : undefined}>
          <b>
            {after.notMeeting} <small>{signed(after.notMeeting - before.notMeeting)}</small>
          </b>
          <span>svar som inte når den{notMeetingParts(consequences)}</span>
        </div>
        <div>
          <b>
            {nobody.length} <small>{change("nobody")}</small>
          </b>
          <span>
            {nobody.length > 0
              ? `delförmågor där ingen är under: ${listText(nobody)}`
              : "delförmågor där ingen är under"}
          </span>
        </div>
        <div>
          <b>
            {everybody.length} <small>{change("everybody")}</small>
          </b>
          <span>
            {everybody.length > 0
              ? `delförmågor där alla är under: ${listText(everybody)}`
              : "delförmågor där alla är under"}
          </span>
        </div>
      </div>
      {tooFew.length > 0 && (
        <p className="note">
          För få har svarat på {listText(tooFew)}: färre än hälften av dem som delförmågan gäller. De räknas inte med.
        </p>
      )}
      {basis.broken.length > 0 && <p className="note">{brokenCodesText(basis)}</p>}
    </section>
  );
}
