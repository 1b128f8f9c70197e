import type { Cause } from "#domain/answer.ts";
import { causeNames } from "#text/answers.ts";
import { type Names, NamesLine } from "../patterns/names-line.tsx";

type CauseSectionProps = {
  year: number;
  code: string;
  causes: { cause: Cause; actors: string[] }[];
  /** How many are below the minimum or unknown, and were asked. */
  asked: number;
  /** How many have answered. */
  answered: number;
  names: Names;
};

function emptyText({ asked, answered }: Pick<CauseSectionProps, "asked" | "answered">): string {
  if (answered === 0) return "Orsakerna visas när den första aktören har lämnat in.";
  return asked === 0 ? "Ingen aktör ligger under lägstanivån eller är osäker." : "Ingen har angett någon orsak.";
}

/** What lies behind the shortcomings, by how many name it. */
export function CauseSection({ year, code, causes, asked, answered, names }: CauseSectionProps) {
  return (
    <section>
      <h2>Orsaker</h2>
      {causes.length === 0 ? (
        <p className="empty">{emptyText({ asked, answered })}</p>
      ) : (
        <ol className="pattern-list">
          {causes.map(({ cause, actors }) => (
            <li key={cause}>
              <p>
                <b>{causeNames[cause]}</b> {actors.length} av {asked}
              </p>
              <NamesLine year={year} code={code} actors={actors} names={names} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
