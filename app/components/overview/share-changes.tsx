import type { ShareChange } from "#domain/overview.ts";
import { breakNames } from "#text/changes.ts";
import { percentNumber, percentText } from "#text/results.ts";

type Change = ShareChange & { name: string };
type Group = { kind: Change["kind"]; heading: string };

/** What got worse stands first: it is what somebody must look at. */
const groups: Group[] = [
  { kind: "worse", heading: "Mindre andel når lägstanivån" },
  { kind: "better", heading: "Större andel når lägstanivån" },
  { kind: "new_minimum", heading: "Lägstanivån är ändrad: räknas inte som bättre eller sämre" },
  { kind: "same", heading: "Oförändrat" },
  { kind: "not_comparable", heading: "Går inte att jämföra" },
  { kind: "no_share", heading: "Ingen andel något av åren" },
  { kind: "withheld", heading: "Visas inte: vilar på färre än fem aktörer" },
];

function sizeOf({ before, now }: Change): number {
  return before === null || now === null ? 0 : Math.abs(now - before);
}

function valueText({ kind, before, now, breaks }: Change): string {
  if (kind === "withheld") return "";
  if (kind === "not_comparable") return breaks.map(({ change }) => breakNames[change]).join(", ") || "saknas";
  if (kind === "no_share") return "–";
  return kind === "same" ? percentText(now) : `${percentNumber(before)} → ${percentText(now)}`;
}

function ChangeGroup({ heading, changes }: { heading: string; changes: Change[] }) {
  return (
    <section>
      <h3>
        {heading} <small>({changes.length})</small>
      </h3>
      <ul>
        {changes.map((change) => (
          <li key={change.code}>
            <span>
              <b className="codeh">{change.code}</b> {change.name}
            </span>
            <span className="num">{valueText(change)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Share meeting the minimum then and now, per sub-capability: the largest change first within each kind. */
export function ShareChanges({ changes }: { changes: Change[] }) {
  const shown = groups
    .map(({ kind, heading }) => ({ heading, of: changes.filter((change) => change.kind === kind) }))
    .filter(({ of }) => of.length > 0);
  return (
    <div className="share-changes">
      {shown.map(({ heading, of }) => (
        <ChangeGroup key={heading} heading={heading} changes={of.toSorted((a, b) => sizeOf(b) - sizeOf(a))} />
      ))}
    </div>
  );
}
