import type { AnswerContent } from "#domain/answer.ts";
import type { IndicatorGroup, SubCapability } from "#domain/definition.ts";
import { indicatorAnswerNames } from "#text/answers.ts";

type CellIndicatorsProps = { sub: SubCapability; directed: string[]; content: AnswerContent };

function Group({ group, directed, content }: { group: IndicatorGroup } & Omit<CellIndicatorsProps, "sub">) {
  return (
    <>
      {group.leadIn && <p className="lead-in">{group.leadIn}</p>}
      <ul className="answered">
        {group.indicators.map(({ id, text }) => {
          const entry = content.indicators[id];
          const answer = entry?.answer ? indicatorAnswerNames[entry.answer] : "Inget svar";
          return (
            <li key={id}>
              <span>
                {text}
                {entry?.reason && <small className="anchor">{entry.reason}</small>}
              </span>{" "}
              <b>{directed.includes(id) ? answer : "Riktas inte till aktören"}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The indicators under their lead-ins, each with its answer. */
export function CellIndicators({ sub, directed, content }: CellIndicatorsProps) {
  return (
    <section>
      <h2>Indikatorerna</h2>
      {sub.groups.map((group) => (
        <Group key={group.indicators[0]?.id} group={group} directed={directed} content={content} />
      ))}
      {sub.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </section>
  );
}
