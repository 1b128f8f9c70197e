import type { ReactNode } from "react";
import { FieldError } from "#components/field.tsx";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Target } from "#domain/target.ts";

type LevelInputProps = {
  year: number;
  levels: LevelAnchor[];
  target: Target;
  proposed: number | null;
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
}: { level: number } & Pick<LevelInputProps, "year" | "target" | "proposed">) {
  return (
    <span className="tags">
      {proposed === level && <i className="tag prop">föreslagen</i>}
      {target.minimum === level && <i className="tag min">lägstanivå {year}</i>}
      {target.ambition === level && <i className="tag amb">ambition</i>}
    </span>
  );
}

function proposalText(proposed: number | null): string {
  if (proposed === null) return "Föreslagen nivå visas när indikatorerna är besvarade och sparade.";
  return `Indikatorerna pekar på nivå ${proposed}. Ni avgör.`;
}

/** The anchored levels, then the answers that are no level. */
export function LevelInput(props: LevelInputProps) {
  const { year, levels, target, proposed, notApplicableAllowed, chosen, error } = props;
  const isUnder = (level: number) => target.minimum !== null && level < target.minimum;
  return (
    <fieldset className="lev" aria-describedby={error ? "answer-error" : undefined}>
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
    </fieldset>
  );
}
