import { Link } from "@remix-run/react";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { answerKindNames, causeNames, confidenceNames, evidenceLine } from "#text/answers.ts";

type Row = { code: string; name: string; content: AnswerContent };
type ReadAloudProps = {
  base: string;
  groups: { number: number; name: string; rows: Row[] }[];
  levels: LevelAnchor[];
};

function answerText({ kind, level }: AnswerContent, levels: LevelAnchor[]): string {
  if (kind === null) return "Ingen nivå än";
  if (kind !== "level") return answerKindNames[kind];
  return `Nivå ${level}, ${levels.find((each) => each.level === level)?.name ?? ""}`;
}

function Texts({ content }: { content: AnswerContent }) {
  const { confidence, reason, changeReason, causes, evidence, comment } = content;
  const parts = [
    ["Hur säkra ni är", confidence && confidenceNames[confidence]],
    ["Motivering", reason],
    ["Varför nivån har ändrats", changeReason],
    ["Vad som fattas", causes.map((cause) => causeNames[cause]).join(", ")],
    ["Underlag", evidence.map(evidenceLine).join("\n")],
    ["Kommentar", comment],
  ].filter(([, text]) => text);
  if (parts.length === 0) return null;
  return (
    <dl className="facts-list">
      {parts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="typed">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every level and text on one page, to read aloud: folded by base capability on a screen, all of it on paper. */
export function ReadAloud({ base, groups, levels }: ReadAloudProps) {
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ number, name, rows }) => (
      <details key={number} className="aloud">
        <summary>
          <h3>
            {number} {name}
          </h3>{" "}
          <span className="hint">{rows.length} delförmågor</span>
        </summary>
        {rows.map(({ code, name: subName, content }) => (
          <section key={code}>
            <h4>
              <Link to={`${base}/${code}`}>{code}</Link> {subName}
            </h4>
            <p className={content.kind === null ? "none" : undefined}>
              <b>{answerText(content, levels)}</b>
            </p>
            <Texts content={content} />
          </section>
        ))}
      </details>
    ));
}
