import { Link } from "@remix-run/react";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelAnchor, SubCapability } from "#domain/definition.ts";
import type { MissingField } from "#domain/submission.ts";
import type { Target } from "#domain/target.ts";
import { timeText } from "#text/dates.ts";
import { versionsText } from "#text/survey.ts";
import { differencesBetween } from "./answer-differences.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Remaining, SavedNotice } from "./answer-notices.tsx";
import { AnswerReading } from "./answer-reading.tsx";
import type { AnswerValues } from "./answer-values.ts";
import { CommentNotice, type SentBackFacts } from "./approval-notices.tsx";
import { errorLines } from "./error-lines.ts";
import { StalePanel } from "./stale-panel.tsx";
import { SurveyAside, type SurveyAsideProps } from "./survey-aside.tsx";

type View = {
  assessment: Pick<SurveyAsideProps, "groups" | "ready" | "total"> & {
    year: number;
    actor: { name: string };
    sentBack: SentBackFacts | null;
  };
  capability: { number: number; name: string };
  sub: SubCapability;
  task: { state: string; missing: MissingField[] };
  levels: LevelAnchor[];
  indicatorNotApplicableAllowed: boolean;
  target: Target;
  proposed: number | null;
  saved: { revision: number; content: AnswerContent };
  previous: string | null;
  next: string | null;
};
type FormState = {
  values: AnswerValues;
  errors: Record<string, string>;
  /** Why what was typed cannot be saved at all. */
  closed: string | null;
  stale: { values: AnswerValues; savedAt: string; savedByName: string | null } | null;
  baseRevision: number;
  saveId: string;
  emptyRows: number;
};
type Notices = {
  savedText: string | null;
  notice: { code: string; text: string; missing: MissingField[] } | null;
  /** Why the answer can only be read; null where it can be changed. */
  readOnly: string | null;
};
type AnswerPageProps = Notices & {
  base: string;
  timeLeft: string;
  view: View;
  form: FormState;
  /** What the button says that saves the last page. */
  lastStep: string;
};

function Foot({
  base,
  view,
  savedText,
  lastStep,
}: {
  base: string;
  view: View;
  savedText: string | null;
  /** What the button says that saves the last page; null where nothing can be saved. */
  lastStep: string | null;
}) {
  const { previous, next } = view;
  return (
    <div className="foot">
      {previous ? (
        <Link to={`${base}/${previous}`}>{previous} Föregående</Link>
      ) : (
        <Link to={base}>Alla delförmågor</Link>
      )}
      {savedText && (
        <span className="saved">
          {savedText} ·{" "}
          <Link to={`${base}/${view.sub.code}/historik`}>Historik, {versionsText(view.saved.revision)}</Link>
        </span>
      )}
      {lastStep !== null ? (
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="save">
            Spara
          </button>
          <button className="ds-button" type="submit" name="intent" value="next">
            {next ? `Spara och gå till ${next}` : lastStep}
          </button>
        </div>
      ) : (
        next && <Link to={`${base}/${next}`}>Nästa {next}</Link>
      )}
    </div>
  );
}

function Body({ base, view, form, readOnly, savedText, lastStep }: AnswerPageProps) {
  const { year } = view.assessment;
  const path = `${base}/${view.sub.code}`;
  const shown = { ...view, year, content: view.saved.content };
  if (view.task.state === "not_directed")
    return (
      <>
        <p>Ingen av delförmågans indikatorer är riktad till er. Den räknas inte, och ni behöver inte svara.</p>
        <Foot base={base} view={view} savedText={null} lastStep={null} />
      </>
    );
  if (readOnly && !form.closed)
    return (
      <>
        <Notice kind="info">{readOnly}</Notice>
        <AnswerReading {...shown} />
        <Foot base={base} view={view} savedText={savedText} lastStep={null} />
      </>
    );
  const { stale } = form;
  return (
    <>
      {form.closed && (
        <Notice kind="failed">
          {form.closed} Det du skrev finns kvar här nedanför: kopiera det du vill behålla innan du lämnar sidan.
        </Notice>
      )}
      <ErrorPanel errors={errorLines(form.errors)} />
      {stale && (
        <StalePanel
          differences={differencesBetween(form.values, stale.values, view)}
          savedBy={`${stale.savedByName ?? "någon annan"} ${timeText(stale.savedAt)}`}
          path={path}
        />
      )}
      <AnswerForm key={form.saveId} {...view} {...form} year={year} path={path}>
        <Foot base={base} view={view} savedText={savedText} lastStep={form.closed ? null : lastStep} />
      </AnswerForm>
    </>
  );
}

/** The page of one sub-capability: the way through the assessment beside it, the answer to fill in or to read. */
export function AnswerPage(props: AnswerPageProps) {
  const { base, view, timeLeft, notice, form } = props;
  const { assessment, sub, capability } = view;
  const isUntouched = Object.keys(form.errors).length === 0 && !form.closed && !form.stale;
  const title = (
    <>
      <span className="codeh">{sub.code}</span> {sub.name}
    </>
  );
  return (
    <div className="survey">
      <SurveyAside {...assessment} base={base} timeLeft={timeLeft} current={sub.code} />
      <div className="q">
        <p className="crumb">
          {assessment.actor.name} {assessment.year} · {capability.number} {capability.name}
        </p>
        <Page title={title} lead={sub.notes.join(" ") || undefined}>
          <CommentNotice sentBack={assessment.sentBack} code={sub.code} />
          {isUntouched && <SavedNotice notice={notice} view={view} base={base} />}
          {isUntouched && <Remaining {...props} />}
          <Body {...props} />
        </Page>
      </div>
    </div>
  );
}
