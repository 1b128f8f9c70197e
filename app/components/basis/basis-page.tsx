import type { RoundState } from "#domain/round.ts";
import { dayText } from "#text/dates.ts";
import { type BasisFile, councilFiles, wholeFiles } from "#text/planning-basis.ts";
import { Notice } from "../notice.tsx";
import { Page } from "../page.tsx";
import { ResultState } from "../result-state.tsx";
import { FileList } from "./file-list.tsx";

type View = {
  year: number;
  state: RoundState;
  closingDay: string;
  submittedCount: number;
  actorCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
};
type BasisPageProps = { view: View; isCouncil: boolean; href: (file: BasisFile) => string };

function leadOf({ submittedCount, actorCount, latestDecision }: View): string {
  const submitted = `${submittedCount} av ${actorCount} aktörer har lämnat in.`;
  if (!latestDecision) return submitted;
  return `${submitted} Lägstanivåer enligt beslut ${latestDecision.sequence}, ${dayText(latestDecision.decidedOn)}.`;
}

function Council({ view: { year, state }, isCouncil, href }: BasisPageProps) {
  return (
    <section>
      <h2>{isCouncil ? "Filer att ta med" : "Till regionala rådet"}</h2>
      <p>
        Hela regionen, utan enskilda aktörers svar. Det som färre än fem aktörer står bakom visas inte, och filen säger
        vad det är.
      </p>
      {state === "released" ? (
        <FileList caption="Rådets underlag" files={councilFiles(year)} href={href} />
      ) : (
        <p className="empty">Rådets underlag finns när omgången är släppt.</p>
      )}
    </section>
  );
}

/** The files of a year's basis, and what each of them holds. */
export function BasisPage({ view, isCouncil, href }: BasisPageProps) {
  const { year } = view;
  const [first] = isCouncil ? councilFiles(year) : wholeFiles(year);
  const back = isCouncil
    ? { to: `/resultat/${year}/regionen`, label: `Hela regionen ${year}` }
    : { to: `/resultat/${year}`, label: `Regionen ${year}` };
  return (
    <Page
      title={`Underlag ${year}`}
      lead={leadOf(view)}
      crumbs={[back]}
      actions={
        first && (
          <a className="ds-button" href={href(first)}>
            Hämta {isCouncil ? "rådets underlag" : "underlaget"} (Word)
          </a>
        )
      }
    >
      {!isCouncil && (
        <>
          <ResultState view={view} />
          <section>
            <h2>Till verksamhetsplanen</h2>
            <Notice kind="info">
              <p>
                Filerna visar enskilda aktörers brister. Dela dem bara med dem som behöver dem, och pröva sekretessen
                innan de lämnas ut.
              </p>
            </Notice>
            <FileList caption="Hela underlaget" files={wholeFiles(year)} href={href} />
          </section>
        </>
      )}
      <Council view={view} isCouncil={isCouncil} href={href} />
      <p className="note">
        Varje fil visar läget i det ögonblick den hämtas, och säger år, version, beslut, täckning, när den gjordes och
        av vem.
      </p>
    </Page>
  );
}
