import type { KeyboardEvent, ReactNode } from "react";
import { FieldError } from "#components/field.tsx";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Target } from "#domain/target.ts";
import { dayText } from "#text/dates.ts";
import type { LiveAnswer } from "./live-answer.ts";

type LevelInputProps = {
  year: number;
  levels: LevelAnchor[];
  target: Target;
  live: Pick<LiveAnswer, "proposed" | "provenUntil" | "isProvenLevel">;
  notApplicableAllowed: boolean;
  chosen: string;
  error: string | undefined;
};
type RowProps = {
  value: string;
  sign: ReactNode;
  chosen: string;
  className: string;
  first?: boolean;
  children: ReactNode;
};

function Row({ value, sign, chosen, className, first, children }: RowProps) {
  return (
    <label className={className}>
      <input
        type="radio"
        name="answer"
        id={first ? "answer" : `answer-${value}`}
        value={value}
        defaultChecked={chosen === value}
      />
      <span className="n">{sign}</span>
      {children}
    </label>
  );
}

/** The proposed level, the minimum and the ambition where one of them is this level. */
export function LevelTags({
  level,
  year,
  target,
  proposed,
}: { level: number; proposed: number | null } & Pick<LevelInputProps, "year" | "target">) {
  return (
    <span className="tags">
      {proposed === level && <i className="tag prop">föreslagen</i>}
      {target.minimum === level && <i className="tag min">lägstanivå {year}</i>}
      {target.ambition === level && <i className="tag amb">ambition</i>}
    </span>
  );
}

function proposalText(proposed: number | null): string {
  if (proposed === null) return "Indikatorerna pekar inte på någon nivå än.";
  return `Indikatorerna pekar på nivå ${proposed}. Ni avgör.`;
}

/** A digit chooses the level of that number, as a click on it would. */
function chooseByKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || !/^\d$/.test(event.key) || !(event.target instanceof HTMLInputElement)) return;
  const choice = event.currentTarget.querySelector<HTMLInputElement>(`input[value="${event.key}"]`);
  choice?.focus();
  choice?.click();
}

function proofText(until: string | null): string {
  if (until === null)
    return "Underlaget visar inte den högsta nivån: den behöver en övning eller händelse som fungerade under de 24 månaderna före omgångens sista dag.";
  return `Underlaget räcker för omgångar som stänger till och med ${dayText(until)}. Sedan behöver det prövas igen.`;
}

/** The anchored levels, then the answers that are no level. */
export function LevelInput(props: LevelInputProps) {
  const { year, levels, target, live, notApplicableAllowed, chosen, error } = props;
  const { proposed } = live;
  const isUnder = (level: number) => target.minimum !== null && level < target.minimum;
  return (
    <fieldset
      className="lev"
      aria-describedby={error ? "answer-error" : "answer-keys"}
      onKeyDown={(event) => chooseByKey(event)}
    >
      <legend>
        Er nivå <small>{proposalText(proposed)}</small>
      </legend>
      <div className="lrows">
        {levels.map(({ level, name, anchor }, position) => (
          <Row
            key={level}
            value={String(level)}
            sign={level}
            chosen={chosen}
            className={isUnder(level) ? "lrow below-minimum" : "lrow"}
            first={position === 0}
          >
            <span className="d">
              <b>{name}</b> {anchor}
            </span>
            <LevelTags level={level} year={year} target={target} proposed={proposed} />
          </Row>
        ))}
        <Row value="unknown" sign="?" chosen={chosen} className="lrow below-minimum q2">
          <span className="d">
            <b>Kan inte bedömas</b> Beskriv varför i motiveringen.
          </span>
        </Row>
        {notApplicableAllowed && (
          <Row value="not_applicable" sign="–" chosen={chosen} className="lrow q2">
            <span className="d">
              <b>Ej tillämplig</b> Delförmågan kan inte gälla er. Beskriv varför i motiveringen.
            </span>
          </Row>
        )}
      </div>
      {error && <FieldError name="answer">{error}</FieldError>}
      {live.isProvenLevel && <p className="proof">{proofText(live.provenUntil)}</p>}
      <details className="fold">
        <summary>Så räknas förslaget</summary>
        <p className="hint" id="answer-keys">
          Ja räknas som ett, delvis som ett halvt, nej och vet ej som noll; ej tillämplig räknas inte med. Inget ger den
          lägsta nivån, allt den näst högsta, och den högsta kräver dessutom underlag. Förslaget vägleder, ni avgör. Med
          tangentbordet väljer siffran {levels[0]?.level}–{levels.at(-1)?.level} nivå när någon av nivåerna är markerad.
        </p>
      </details>
    </fieldset>
  );
}
