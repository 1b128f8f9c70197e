import { useNavigationType } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelAnchor, Proposal, SubCapability } from "#domain/definition.ts";
import type { MissingField, TaskState } from "#domain/submission.ts";
import type { Target } from "#domain/target.ts";
import type { Linked } from "../occurrence-links.tsx";
import { AnswerEditor } from "./answer-editor.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import { SavedNotice } from "./answer-notices.tsx";
import { AnswerReading } from "./answer-reading.tsx";
import type { AnswerFailure } from "./answer-values.ts";
import { CommentNotice, type SentBackFacts } from "./approval-notices.tsx";
import type { EarlierMeasure, EarlierProps } from "./earlier-pieces.tsx";
import { KeptReading } from "./kept-reading.tsx";
import type { Usable } from "./occurrence-pieces.tsx";
import { SurveyAside, type SurveyAsideProps, withMark } from "./survey-aside.tsx";

export type AnswerPageView = {
  assessment: Pick<SurveyAsideProps, "groups" | "ready" | "total"> & {
    year: number;
    actor: { id: string; name: string };
    sentBack: SentBackFacts | null;
  };
  capability: { number: number; name: string };
  sub: SubCapability;
  task: { state: string; missing: MissingField[] };
  levels: LevelAnchor[];
  indicatorNotApplicableAllowed: boolean;
  target: Target;
  proposal: Proposal;
  /** The day set when the round opened. */
  closingDay: string;
  proposed: number | null;
  saved: { revision: number; content: AnswerContent };
  earlier: EarlierProps | null;
  measures: { earlier: EarlierMeasure[] };
  occurrences: Usable[];
  linked: Linked[];
  previous: string | null;
  next: string | null;
};
type Notices = {
  savedText: string | null;
  notice: { code: string; text: string; missing: MissingField[] } | null;
  /** Why the answer can only be read; null where it can be changed. */
  readOnly: string | null;
};
export type AnswerPageProps = Notices & {
  base: string;
  timeLeft: string;
  view: AnswerPageView;
  form: AnswerFailure;
  /** Of the form that `form` is the start of: as long as it is the same, what is typed stays. */
  formKey: string;
  /** The revision in which something was taken over from the earlier year, "" for none: the form then starts anew. */
  taken: string;
  /** Who types, for what this browser keeps. */
  personId: string;
  /** What the button says that saves the last page. */
  lastStep: string;
  /** What stands under the answer, with forms of its own. */
  under?: ReactNode;
};

type BodyProps = AnswerPageProps & { onSaved: (state: TaskState) => void };

function Body(props: BodyProps) {
  const { base, view, form, readOnly, savedText } = props;
  const saved = savedText && <span className="saved-text">{savedText}</span>;
  const foot = <AnswerFoot base={base} view={view} status={saved} lastStep={null} />;
  if (view.task.state === "not_directed")
    return (
      <>
        <p>Ingen av delförmågans indikatorer är riktad till er. Den räknas inte, och ni behöver inte svara.</p>
        <AnswerFoot base={base} view={view} status={null} lastStep={null} />
      </>
    );
  if (readOnly && !form.closed)
    return (
      <>
        <Notice kind="info">{readOnly}</Notice>
        <KeptReading key={view.sub.code} view={view} personId={props.personId} />
        <AnswerReading {...view} year={view.assessment.year} content={view.saved.content} />
        {foot}
      </>
    );
  return <AnswerEditor key={`${view.sub.code} ${props.taken}`} {...props} />;
}

/** On the way from one answer to the next without a new page, the heading takes the focus: the keyboard goes on from there. */
function useHeadingFocus(code: string) {
  const page = useRef<HTMLDivElement>(null);
  const isNewPage = useNavigationType() === "POP";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another answer is shown
  useEffect(() => {
    const heading = page.current?.querySelector("h1");
    if (!heading || isNewPage) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [code]);
  return page;
}

/** The page of one sub-capability: the way through the assessment beside it, the answer to fill in or to read. */
export function AnswerPage(props: AnswerPageProps) {
  const { base, view, timeLeft, notice, form } = props;
  const { assessment, sub, capability } = view;
  const page = useHeadingFocus(sub.code);
  const [saved, setSaved] = useState<{ view: AnswerPageView; state: TaskState } | null>(null);
  // What this page has saved since it was loaded; a page loaded anew knows more.
  const marked = saved?.view === view ? withMark(assessment, sub.code, saved.state) : null;
  const isUntouched = Object.keys(form.errors).length === 0 && !form.closed && !form.stale;
  const title = (
    <>
      <span className="codeh">{sub.code}</span> {sub.name}
    </>
  );
  return (
    <div className="survey">
      <SurveyAside {...assessment} {...marked} base={base} timeLeft={timeLeft} current={sub.code} />
      <div className="q" ref={page}>
        <p className="crumb whose">
          {assessment.actor.name} {assessment.year} · {capability.number} {capability.name}
        </p>
        <Page title={title} lead={sub.notes.join(" ") || undefined}>
          <CommentNotice sentBack={assessment.sentBack} code={sub.code} />
          {isUntouched && <SavedNotice notice={notice} view={view} base={base} />}
          <Body {...props} onSaved={(state) => setSaved({ view, state })} />
          {props.under}
        </Page>
      </div>
    </div>
  );
}
