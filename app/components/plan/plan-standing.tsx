import { Link } from "@remix-run/react";
import type { PlanState } from "#domain/operations-plan.ts";
import { dayText } from "#text/dates.ts";
import { planStateNames } from "#text/plan.ts";
import { Notice } from "../notice.tsx";

export type Version = {
  version: number;
  state: PlanState;
  adoption: {
    adoptedOn: string;
    meeting: string;
    reference: string;
    registryNumber: string;
    recordedAs: "chief_group" | "office";
  } | null;
  presentation: { presentedOn: string; note: string } | null;
};

/** Where the version shown stands: adopted when and where, presented when; a draft says that it is one, and what holds meanwhile. */
export function PlanStanding({ year, shown, versions }: { year: number; shown: Version; versions: Version[] }) {
  const { adoption, presentation, version } = shown;
  const inForce = versions.find((each) => each.adoption !== null);
  const draft = versions.find(({ state }) => state === "drafted");
  if (!adoption) {
    return inForce ? (
      <Notice kind="info">
        Det här är ett utkast till revidering, version {version}. Version {inForce.version} gäller tills det antas.{" "}
        <Link to={`/verksamhetsplan/${year}?version=${inForce.version}`} className="screen-only">
          Visa den som gäller
        </Link>
      </Notice>
    ) : null;
  }
  const { adoptedOn, meeting, reference, registryNumber, recordedAs } = adoption;
  return (
    <>
      <dl className="facts-list">
        <dt>Antagen</dt>
        <dd>
          {dayText(adoptedOn)}, {meeting}, {reference}
          {registryNumber && `, ${registryNumber}`}
          {recordedAs === "office" && ". Införd av samordningskansliet."}
        </dd>
        <dt>Presenterad för rådet</dt>
        <dd>
          {presentation ? dayText(presentation.presentedOn) : "inte än"}
          {presentation?.note && `. ${presentation.note}`}
        </dd>
      </dl>
      {inForce && inForce.version > version && (
        <Notice kind="info">
          Version {inForce.version} har ersatt den här.{" "}
          <Link to={`/verksamhetsplan/${year}?version=${inForce.version}`} className="screen-only">
            Visa den som gäller
          </Link>
        </Notice>
      )}
      {draft && (
        <Notice kind="info">
          En revidering är påbörjad: version {draft.version}.{" "}
          <Link to={`/verksamhetsplan/${year}?version=${draft.version}`} className="screen-only">
            Visa utkastet
          </Link>
        </Notice>
      )}
    </>
  );
}

/** "Utkast", "Antagen, version 2". */
export function stateText({ state, version }: { state: PlanState; version: number }): string {
  return version === 1 ? planStateNames[state] : `${planStateNames[state]}, version ${version}`;
}
