import { useEffect, useState } from "react";
import { Notice } from "#components/notice.tsx";
import { momentText } from "#text/dates.ts";
import { cannotBeSavedText } from "#text/draft.ts";
import { differencesBetween } from "./answer-differences.ts";
import type { AnswerPageView } from "./answer-page.tsx";
import { valuesIn, valuesOf } from "./answer-values.ts";
import { fieldsIn } from "./draft.ts";
import { browserStore, forgetKept, type KeptText, listKept } from "./kept-texts.ts";

type KeptReadingProps = { view: AnswerPageView; personId: string };

/** What this browser has kept of an answer that can no longer be changed: to read, to copy and to take away. */
export function KeptReading({ view, personId }: KeptReadingProps) {
  const [texts, setTexts] = useState<KeptText[]>([]);
  const { year, actor } = view.assessment;
  const { code, groups } = view.sub;
  useEffect(() => {
    setTexts(listKept(browserStore(), { personId, year, actorId: actor.id, code }));
  }, [personId, year, actor.id, code]);
  const ids = groups.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  const saved = valuesOf(view.saved.content);
  const forget = (kept: KeptText) => {
    forgetKept(browserStore(), kept);
    setTexts(texts.filter(({ id }) => id !== kept.id));
  };
  return texts.map((kept) => (
    <Notice kind="warning" key={kept.id}>
      <p>{cannotBeSavedText(momentText(kept.keptAt))}</p>
      <dl className="facts-list">
        {differencesBetween(valuesIn(fieldsIn(kept.typed), ids), saved, view)
          .filter(({ mine }) => mine !== "")
          .map(({ label, mine }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="typed">{mine}</dd>
            </div>
          ))}
      </dl>
      <button className="ds-button small" data-variant="secondary" type="button" onClick={() => forget(kept)}>
        Ta bort texten
      </button>
    </Notice>
  ));
}
