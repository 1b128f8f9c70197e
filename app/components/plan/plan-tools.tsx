import { Form, Link } from "@remix-run/react";
import type { PlanMove } from "#domain/operations-plan.ts";
import { CheckboxField } from "../field.tsx";

type PlanToolsProps = {
  year: number;
  version: number;
  may: Record<PlanMove, boolean>;
  isPlanner: boolean;
  isComparable: boolean;
  /** Some version is adopted. */
  isAdopted: boolean;
};

/** The ways on from a plan: to what is left to do with it, and its files. */
export function PlanTools({ year, version, may, isPlanner, isComparable, isAdopted }: PlanToolsProps) {
  const base = `/verksamhetsplan/${year}`;
  const file = (name: string) => `${base}/fil/${name}?version=${version}`;
  return (
    <nav className="plan-tools" aria-label="Mer om planen">
      {isPlanner && !may.edit && <Link to={`${base}/forslag`}>Förslag ur resultatet</Link>}
      {isPlanner && isAdopted && <Link to={`${base}/uppfoljning`}>Uppföljning</Link>}
      {isComparable && <Link to={`${base}/skillnad`}>Skillnad mellan versioner</Link>}
      {may.present && <Link to={`${base}/presentera`}>Notera att den presenterats för rådet</Link>}
      {/* Who may adopt but not edit has it as the page's main action. */}
      {may.edit && may.adopt && <Link to={`${base}/anta`}>Anta planen</Link>}
      <a href={file("plan.docx")}>Hämta som Word</a>
      <a href={file("plan.xlsx")}>Excel</a>
      <a href={file("plan.csv")}>CSV</a>
      <a href={file("plan.json")}>JSON</a>
    </nav>
  );
}

/** Begins a revision of the adopted plan. */
export function ReviseForm({ year }: { year: number }) {
  return (
    <Form method="post" action={`/verksamhetsplan/${year}`}>
      <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="revise">
        Revidera planen
      </button>
    </Form>
  );
}

/** Throws a begun revision away, folded so that nobody does it by mistake. */
export function DiscardForm(props: {
  year: number;
  version: number;
  saves: number | null;
  isSure: boolean;
  error: string | undefined;
}) {
  const { year, version, saves, isSure, error } = props;
  return (
    <details className="discard" open={error !== undefined}>
      <summary>Kasta revideringen</summary>
      <Form method="post" action={`/verksamhetsplan/${year}`} className="stack" noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="saves" value={saves ?? ""} key={saves} />
        <CheckboxField
          name="sure"
          label="Jag vill kasta revideringen. Den antagna planen fortsätter att gälla som den är."
          checked={isSure}
          error={error}
        />
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="discard">
            Kasta revideringen
          </button>
        </div>
      </Form>
    </details>
  );
}
