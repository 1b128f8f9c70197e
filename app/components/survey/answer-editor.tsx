import { useEffect, useState } from "react";
import { Notice } from "#components/notice.tsx";
import type { TaskState } from "#domain/submission.ts";
import { momentText } from "#text/dates.ts";
import { broughtBackText } from "#text/draft.ts";
import type { AnswerPageProps } from "./answer-page.tsx";
import { type AnswerFailure, fieldsOf, valuesIn, valuesOf } from "./answer-values.ts";
import { type Draft, fieldsIn, isUnsent, startDraft, type Trouble, typedText } from "./draft.ts";
import { browserStore, type KeptText, keyOf, listKept } from "./kept-texts.ts";
import { LiveAnswer } from "./live-answer-form.tsx";
import { openDrafts } from "./open-drafts.ts";
import { isFree } from "./page-lock.ts";

function troubleOf(form: AnswerFailure): Trouble | null {
  if (form.closed !== null) return { kind: "closed", sentence: form.closed };
  if (form.stale) return { kind: "stale", failure: form };
  return Object.keys(form.errors).length > 0 ? { kind: "refused", errors: form.errors } : null;
}

/** What the form starts from, against what the server holds. */
function draftOfForm(form: AnswerFailure, kept: KeptText | null, saved: string): Draft {
  const { baseRevision } = form;
  const typed = kept?.typed ?? typedText(fieldsOf(form.values));
  return { ...startDraft(saved, baseRevision), typed, sent: kept?.sent ?? null, trouble: troubleOf(form) };
}

/** The first text that this browser has kept of the answer and that no open page is busy with. */
function useKept({ personId, view }: Pick<AnswerPageProps, "personId" | "view">): KeptText | null {
  const [kept, setKept] = useState<KeptText | null>(null);
  const { year, actor } = view.assessment;
  const { code } = view.sub;
  useEffect(() => {
    let isGone = false;
    const adopt = async () => {
      for (const each of listKept(browserStore(), { personId, year, actorId: actor.id, code })) {
        if (!(await isFree(keyOf(each)))) continue;
        const isBusy = [...openDrafts].some((sender) => isUnsent(sender.current()));
        if (!isGone && !isBusy) setKept(each);
        return;
      }
    };
    void adopt();
    return () => {
      isGone = true;
    };
  }, [personId, year, actor.id, code]);
  return kept;
}

/** The answer to fill in: from what is saved, from what a refused save brought back, or from what this browser has kept. */
export function AnswerEditor(props: AnswerPageProps & { onSaved: (state: TaskState) => void }) {
  const { view } = props;
  const ids = view.sub.groups.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  const kept = useKept(props);
  const [refused, setRefused] = useState<AnswerFailure | null>(null);
  const brought = kept && {
    ...props.form,
    ...{ values: valuesIn(fieldsIn(kept.typed), ids), baseRevision: kept.baseRevision, saveId: kept.id },
    ...{ errors: {}, closed: null, stale: null },
  };
  const form = refused ?? brought ?? props.form;
  const key = refused?.saveId ?? kept?.id ?? props.formKey;
  const saved = typedText(fieldsOf(valuesOf(view.saved.content)));
  return (
    <>
      {kept && <Notice kind="info">{broughtBackText(momentText(kept.keptAt))}</Notice>}
      <LiveAnswer
        {...props}
        key={key}
        form={form}
        ids={ids}
        draftId={kept?.id ?? null}
        start={draftOfForm(form, refused ? null : kept, saved)}
        onRefused={setRefused}
      />
    </>
  );
}
