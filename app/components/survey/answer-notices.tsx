import { Link } from "@remix-run/react";
import { Notice } from "#components/notice.tsx";
import type { SubCapability } from "#domain/definition.ts";
import type { MissingField } from "#domain/submission.ts";
import { missingSummary } from "#text/survey.ts";
import { MissingList } from "./missing-list.tsx";

type NoticeProps = {
  /** The save that has just been made, of this sub-capability or of the one before it. */
  notice: { code: string; text: string; missing: MissingField[] } | null;
  view: { sub: SubCapability; task: { state: string; missing: MissingField[] } };
};

/** The answer to a save: when, and what is still missing there. */
export function SavedNotice({ notice, view, base }: NoticeProps & { base: string }) {
  if (!notice) return null;
  const isHere = notice.code === view.sub.code;
  return (
    <Notice kind="saved">
      <p>
        {notice.text}{" "}
        {!isHere && notice.missing.length > 0 && (
          <>
            Kvar: {missingSummary(notice.missing)}. <Link to={`${base}/${notice.code}`}>Till {notice.code}</Link>
          </>
        )}
      </p>
      {isHere && notice.missing.length > 0 && <MissingList missing={notice.missing} sub={view.sub} />}
    </Notice>
  );
}

/** What a begun answer still lacks, unless the answer to a save has just said so. `left`: the fields that lack it now. */
export function Remaining({ view, notice, left }: NoticeProps & { left: readonly string[] }) {
  if (view.task.state !== "begun" || notice?.code === view.sub.code) return null;
  return (
    <Notice kind="info">
      <p>Kvar innan {view.sub.code} är klar:</p>
      <MissingList missing={view.task.missing} sub={view.sub} left={left} />
    </Notice>
  );
}
