import { useEffect, useRef, useState } from "react";
import { announcements } from "#text/draft.ts";
import type { LiveAnswer } from "./live-answer.ts";

type AnnouncerProps = {
  live: LiveAnswer;
  /** Why what is typed is not saved; "" where it is. */
  trouble: string;
};

/** Reads out what changes while somebody answers: the page's one live region. Says nothing of what was there from the start. */
export function Announcer({ live, trouble }: AnnouncerProps) {
  const { proposed, reasonDue, changeReasonDue, causesDue } = live;
  const before = useRef({ proposed, reasonDue, changeReasonDue, causesDue, trouble });
  const [message, setMessage] = useState("");
  useEffect(() => {
    const last = before.current;
    before.current = { proposed, reasonDue, changeReasonDue, causesDue, trouble };
    const parts = [
      proposed !== last.proposed && announcements.proposed(proposed),
      reasonDue && reasonDue !== last.reasonDue && announcements.reasonDue,
      changeReasonDue && !last.changeReasonDue && announcements.changeReasonDue,
      causesDue && !last.causesDue && announcements.causesDue,
      trouble !== last.trouble && (trouble || announcements.savedAgain),
    ].filter(Boolean);
    if (parts.length > 0) setMessage(parts.join(" "));
  }, [proposed, reasonDue, changeReasonDue, causesDue, trouble]);
  return (
    <p className="sr-only" aria-live="polite" data-announcer>
      {message}
    </p>
  );
}
