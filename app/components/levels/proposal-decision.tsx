import { Form, Link } from "@remix-run/react";
import { Fragment } from "react";
import type { LevelChange } from "#domain/proposal.ts";
import type { Group, Target } from "#domain/target.ts";
import { groupHeading } from "#text/levels.ts";
import { changeNames, levelsText, motiveText, pairNote } from "#text/proposal.ts";
import { DataTable } from "../data-table.tsx";
import { ErrorPanel } from "../error-panel.tsx";
import { Notice } from "../notice.tsx";
import { DecisionFacts } from "./decision-facts.tsx";

type Row = { code: string; group: Group; before: Target; after: Target; change: LevelChange; motive: string };
type ProposalDecisionProps = {
  year: number;
  number: number;
  revision: number;
  sequence: number;
  rows: Row[];
  names: ReadonlyMap<string, string>;
  typed: (name: string, fallback: string) => string;
  errors: Record<string, string>;
};

/** The rows by name, each leading to where its reason is written: "5:7, 6:1 (Blåljus)". */
function MotiveLinks({ year, rows }: { year: number; rows: Pick<Row, "code" | "group">[] }) {
  return rows.map(({ code, group }, position) => (
    <Fragment key={`${code} ${group}`}>
      {position > 0 && ", "}
      <Link to={`/lagstanivaer/${year}/forslag#motive.${code}.${group}`}>
        {code}
        {group !== "all" && ` (${groupHeading(group)})`}
      </Link>
    </Fragment>
  ));
}

/** The open proposal on the point of being decided: what it changes, and when, where and by whom. */
export function ProposalDecision(props: ProposalDecisionProps) {
  const { year, number, revision, sequence, rows, names, typed, errors } = props;
  const withoutMotive = rows.filter(({ motive }) => motive === "");
  return (
    <Form method="post" action={`/lagstanivaer/${year}/beslut`} noValidate>
      <ErrorPanel errors={errors} title="Beslutet är inte registrerat" />
      <input type="hidden" name="proposal" value={number} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="sequence" value={sequence} />
      {withoutMotive.length > 0 && (
        <Notice kind="warning">
          {withoutMotive.length === 1 ? "En ändrad rad saknar" : `${withoutMotive.length} ändrade rader saknar`}{" "}
          motivering: <MotiveLinks year={year} rows={withoutMotive} />. Det hindrar inte beslutet, men aktörerna läser
          motiveringen när de ser vad som gäller dem.
        </Notice>
      )}
      <DecisionFacts typed={typed} errors={errors} />
      {rows.length > 0 && <p className="note">{pairNote}</p>}
      <DataTable
        asList
        caption={`Det här beslutas: ${rows.length === 1 ? "en rad" : `${rows.length} rader`} som ändrar vad som gäller`}
        rows={rows}
        rowKey={({ code, group }) => `${code} ${group}`}
        empty="Förslaget ändrar ingenting av det som gäller."
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
          { key: "group", head: "För", label: "", cell: ({ group }) => groupHeading(group) },
          { key: "before", head: "Gäller nu", cell: ({ before }) => levelsText(before) },
          {
            key: "after",
            head: "Blir",
            cell: ({ after, change }) => (
              <>
                <b>{levelsText(after)}</b> <span className={`tag change ${change}`}>{changeNames[change]}</span>
              </>
            ),
          },
          { key: "motive", head: "Motivering", label: "", cell: motiveText },
        ]}
      />
      <div className="buttons">
        <button className="ds-button" type="submit">
          Registrera beslut {sequence + 1}
        </button>
        <Link to={`/lagstanivaer/${year}/forslag`}>Tillbaka till förslaget</Link>
      </div>
    </Form>
  );
}
