import { Link } from "@remix-run/react";
import type { LevelWarning } from "#domain/level-check.ts";
import type { LevelDecision } from "#domain/target.ts";
import { dayText } from "#text/dates.ts";
import { groupHeading, warningText } from "#text/levels.ts";
import { DataTable } from "../data-table.tsx";
import { Notice } from "../notice.tsx";
import { RemarkList } from "./remarks.tsx";

type DecisionContentProps = {
  year: number;
  decision: {
    sequence: number;
    decidedOn: string;
    meeting: string | null;
    reference: string;
    registryNumber: string | null;
    levels: (LevelDecision & { motive: string })[];
    remarks: Parameters<typeof RemarkList>[0]["remarks"];
    warnings: LevelWarning[];
  };
  /** Sub-capability names by code. */
  names: ReadonlyMap<string, string>;
};

const keyOf = ({ code, group }: LevelDecision) => `${code} ${group}`;

/** What one decision says, and what one should know about its effect. */
export function DecisionContent({ year, decision, names }: DecisionContentProps) {
  const { sequence, decidedOn, meeting, reference, registryNumber, levels, warnings, remarks } = decision;
  return (
    <section className="decision-content" aria-labelledby="beslut">
      <h2 id="beslut">
        Beslut {sequence}, {dayText(decidedOn)}
      </h2>
      <p>
        {meeting && `${meeting}. `}
        {reference}
        {registryNumber && `. Diarienummer ${registryNumber}.`}
      </p>
      {warnings.length > 0 && (
        <Notice kind="warning">
          <ul>
            {warnings.map((warning) => (
              <li key={`${warning.kind} ${"code" in warning ? warning.code : ""} ${warning.group}`}>
                {warningText(warning)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption={<span className="sr-only">Nivåerna i beslut {sequence}</span>}
        rows={levels}
        rowKey={keyOf}
        columns={[
          {
            key: "code",
            head: "Delförmåga",
            cell: ({ code }) => (
              <>
                <span className="code">{code}</span> {names.get(code)}
              </>
            ),
          },
          { key: "group", head: "För", cell: ({ group }) => groupHeading(group) },
          { key: "minimum", head: "Lägsta", number: true, cell: ({ minimum }) => minimum ?? "ingen" },
          { key: "ambition", head: "Ambition", number: true, cell: ({ ambition }) => ambition ?? "ingen" },
          { key: "motive", head: "Motivering", cell: ({ motive }) => motive },
        ]}
      />
      <RemarkList remarks={remarks} isNew={false} withCode />
      <p className="links">
        <a href={`/lagstanivaer/${year}/beslut/${sequence}/beslut.docx`}>Hämta beslutet som Word</a>{" "}
        <Link to={`/lagstanivaer/${year}`}>Visa bara vad som gäller</Link>
      </p>
    </section>
  );
}
