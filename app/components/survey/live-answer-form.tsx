import { useNavigate, useNavigation } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import type { TaskState } from "#domain/submission.ts";
import { timeText } from "#text/dates.ts";
import { Announcer } from "./announcer.tsx";
import { differencesBetween } from "./answer-differences.ts";
import { AnswerFoot } from "./answer-foot.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { Remaining } from "./answer-notices.tsx";
import type { AnswerPageProps } from "./answer-page.tsx";
import { type AnswerFailure, typedFields, valuesIn } from "./answer-values.ts";
import { type Draft, isUnsent } from "./draft.ts";
import type { SaveIntent } from "./draft-sender.ts";
import { DraftStatus, statusOf } from "./draft-status.tsx";
import { errorLines } from "./error-lines.ts";
import { LeaveQuestion } from "./leave-question.tsx";
import { liveAnswer } from "./live-answer.ts";
import { newId } from "./new-id.ts";
import { StalePanel } from "./stale-panel.tsx";
import { useDraft } from "./use-draft.ts";
import { useEarlier } from "./use-earlier.ts";

type LiveAnswerProps = AnswerPageProps & {
  /** Of the indicators on the page. */
  ids: string[];
  start: Draft;
  /** Of what this browser has kept, where the form starts from that. */
  draftId: string | null;
  /** A save by hand was refused: the form with what stands in it, to be shown with its errors. */
  onRefused: (failure: AnswerFailure) => void;
  onSaved: (state: TaskState) => void;
};

/** The form that saves by itself, with what is wrong above it and how it stands below. Without script a plain form. */
export function LiveAnswer({
  base,
  view,
  form,
  personId,
  savedText,
  notice,
  lastStep,
  ids,
  start,
  draftId,
  onRefused,
  onSaved,
}: LiveAnswerProps) {
  const { assessment, sub, target, proposal, closingDay } = view;
  const path = `${base}/${sub.code}`;
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const { state: moving } = useNavigation();
  // Who has followed a link since the click is on the way there, and is not called back.
  const isElsewhere = useRef(false);
  isElsewhere.current = moving !== "idle";
  const isLeaving = useRef(false);
  const [values, setValues] = useState(form.values);
  const at = { personId, year: assessment.year, actorId: assessment.actor.id, code: sub.code, path, id: draftId };
  const onTyped = (fields: Parameters<typeof valuesIn>[0]) => setValues(valuesIn(fields, ids));
  const { draft, isKept, sender } = useDraft({ form: element, at, start, onTyped, onSaved });
  const { trouble } = draft;
  const { answer } = values;
  const earlier = useEarlier(view.earlier, { path, revision: draft.baseRevision, answer, isSaved: !isUnsent(draft) });
  const live = liveAnswer(values, {
    ...{ sub, proposal, closingDay, minimum: target.minimum },
    earlierLevel: earlier?.kind === "comparable" ? (earlier.answer?.level ?? null) : null,
  });
  const errors = draft.savedText === null ? form.errors : {};

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    const current = sender();
    // Not yet awake, or another row without script: the form goes to the server as it is.
    if (!current || !element.current) return;
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    current.chooseOwn();
    const reply = await current.flush((button?.value || "save") as SaveIntent);
    const mayMove = sender() !== null && !isLeaving.current && !isElsewhere.current;
    if (reply.kind === "saved" && mayMove) navigate(reply.to, { replace: reply.to.startsWith(`${path}?`) });
    if (reply.kind !== "refused" || !element.current) return;
    const { baseRevision } = current.current();
    const typed = valuesIn(typedFields(element.current), ids);
    const rest = { closed: null, stale: null, baseRevision, saveId: newId(), emptyRows: 1 };
    onRefused({ values: typed, errors: reply.errors, ...rest });
  }

  const signInPath = `/logga-in?till=${encodeURIComponent(path)}`;
  const status = { draft, isKept, savedText };
  return (
    <>
      {trouble === null && <Remaining view={view} notice={notice} left={live.missing} />}
      <Announcer live={live} trouble={trouble ? (statusOf(status)?.text ?? "") : ""} />
      {trouble?.kind === "closed" && (
        <Notice kind="failed">
          {trouble.sentence} Det du skrev finns kvar här nedanför och i den här webbläsaren: kopiera det du vill
          behålla.
        </Notice>
      )}
      <ErrorPanel errors={errorLines(errors)} />
      {trouble?.kind === "stale" && trouble.failure.stale && (
        <StalePanel
          differences={differencesBetween(values, trouble.failure.stale.values, view)}
          savedBy={`${trouble.failure.stale.savedByName ?? "någon annan"} ${timeText(trouble.failure.stale.savedAt)}`}
          path={path}
          onKeepSaved={() => sender()?.chooseSaved()}
        />
      )}
      <AnswerForm
        {...view}
        {...form}
        errors={errors}
        baseRevision={trouble?.kind === "stale" ? trouble.failure.baseRevision : draft.baseRevision}
        formRef={element}
        onSubmit={save}
        live={live}
        earlier={earlier}
        year={assessment.year}
        path={path}
      >
        <AnswerFoot
          base={base}
          view={view}
          status={<DraftStatus {...status} signInPath={signInPath} />}
          lastStep={trouble?.kind === "closed" ? null : lastStep}
        />
        <LeaveQuestion sender={sender} isLeaving={isLeaving} />
      </AnswerForm>
    </>
  );
}
