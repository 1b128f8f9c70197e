import { causes, confidences, indicatorAnswers } from "#domain/answer.ts";
import type { BaseCapability, Definition, IndicatorGroup, SubCapability } from "#domain/definition.ts";
import { answerKindNames, causeNames, confidenceNames, indicatorAnswerNames } from "#text/answers.ts";
import { audienceNotes } from "#text/definition.ts";

type Scale = Pick<Definition, "levels" | "indicatorNotApplicableAllowed">;

/** Boxes to tick by hand, each with its word. */
function Boxes({ label, options }: { label: string; options: string[] }) {
  return (
    <div className="q-row">
      <dt>{label}</dt>
      <dd className="q-boxes">
        {options.map((option) => (
          <span key={option}>
            <i className="q-box" aria-hidden="true" /> {option}
          </span>
        ))}
      </dd>
    </div>
  );
}

/** Empty lines to write on. */
function Lines({ label, lines }: { label: string; lines: 1 | 2 | 3 }) {
  return (
    <div className="q-row">
      <dt>{label}</dt>
      <dd>
        {[1, 2, 3].slice(0, lines).map((line) => (
          <i key={line} className="q-line" aria-hidden="true" />
        ))}
      </dd>
    </div>
  );
}

type IndicatorsProps = { group: IndicatorGroup; answers: string[]; isFirst: boolean };

/** The indicators under one lead-in; the words of the boxes stand over them, and beside each on a narrow screen. */
function Indicators({ group, answers, isFirst }: IndicatorsProps) {
  // A group without a lead-in goes on under the heads of the one before.
  const isContinued = !isFirst && !group.leadIn;
  return (
    <table className={isContinued ? "q-indicators go-on" : "q-indicators"}>
      <thead>
        <tr>
          <th scope="col" className="q-lead">
            {group.leadIn ?? <span className="sr-only">Indikator</span>}
          </th>
          {answers.map((answer) => (
            <th key={answer} scope="col">
              {isContinued ? <span className="sr-only">{answer}</span> : answer}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.indicators.map(({ id, text, audience }) => (
          <tr key={id}>
            <th scope="row" colSpan={audience === "common_function" ? answers.length + 1 : undefined}>
              {text} {audienceNotes[audience] && <em>({audienceNotes[audience]})</em>}
            </th>
            {audience !== "common_function" &&
              answers.map((answer) => (
                <td key={answer} data-label={answer}>
                  <i className="q-box" />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SubCapabilityForm({ sub, scale }: { sub: SubCapability; scale: Scale }) {
  const answers = indicatorAnswers
    .filter((answer) => answer !== "not_applicable" || scale.indicatorNotApplicableAllowed)
    .map((answer) => indicatorAnswerNames[answer]);
  const levels = scale.levels.map(({ level }) => String(level));
  const others = ["?", ...(sub.notApplicableAllowed ? [answerKindNames.not_applicable] : [])];
  const heading = `formular-${sub.code}`;
  return (
    <section className="q-sub" aria-labelledby={heading}>
      <h3 id={heading}>
        <span className="codeh">{sub.code}</span> {sub.name}
      </h3>
      {sub.notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      {sub.groups.map((group, place) => (
        <Indicators key={group.indicators[0]?.id} group={group} answers={answers} isFirst={place === 0} />
      ))}
      <dl className="q-answer">
        <Boxes label="Er nivå" options={[...levels, ...others]} />
        <Boxes label="Hur säkra ni är" options={confidences.map((confidence) => confidenceNames[confidence])} />
        <Boxes label="Vad som fattas" options={causes.map((cause) => causeNames[cause])} />
        <Lines label="Motivering" lines={3} />
        <Lines label="Underlag: vad, datum, utfall" lines={2} />
        <Lines label="Kommentar" lines={1} />
      </dl>
    </section>
  );
}

/** One base capability as a form to fill in by hand. */
export function CapabilityForm({ capability, scale }: { capability: BaseCapability; scale: Scale }) {
  const heading = `formular-${capability.number}`;
  return (
    <section className="q-capability" aria-labelledby={heading}>
      <h2 id={heading}>
        {capability.number} {capability.name}
      </h2>
      {capability.subCapabilities.map((sub) => (
        <SubCapabilityForm key={sub.code} sub={sub} scale={scale} />
      ))}
    </section>
  );
}
