import { useBlocker } from "@remix-run/react";
import { type MutableRefObject, useEffect, useRef, useState } from "react";
import { isUnsent } from "./draft.ts";
import type { Sender } from "./draft-sender.ts";

/** Signing out asks for itself, and signing in is the way to have it sent. */
const ownWays = ["/logga-ut", "/logga-in"];

type LeaveQuestionProps = {
  sender: () => Sender | null;
  /** True from a followed link until the page is left or the person stays. */
  isLeaving: MutableRefObject<boolean>;
};

/** Sends what is unsent before another page is shown; where that fails, asks whether to leave all the same. */
export function LeaveQuestion({ sender, isLeaving }: LeaveQuestionProps) {
  const [isAsking, setAsking] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  const blocker = useBlocker(({ nextLocation }) => {
    const current = sender();
    return current !== null && isUnsent(current.current()) && !ownWays.includes(nextLocation.pathname);
  });
  useEffect(() => {
    isLeaving.current = blocker.state === "blocked";
    if (blocker.state !== "blocked") return setAsking(false);
    const current = sender();
    let isGone = false;
    current?.flush("auto").then(() => {
      if (isGone) return;
      if (isUnsent(current.current())) setAsking(true);
      else blocker.proceed();
    });
    return () => {
      isGone = true;
    };
  }, [blocker, sender, isLeaving]);
  useEffect(() => {
    if (isAsking) stay.current?.focus();
  }, [isAsking]);
  if (!isAsking || blocker.state !== "blocked") return null;
  return (
    <div className="notice warning leave" role="alertdialog" aria-labelledby="lamna-rubrik">
      <p id="lamna-rubrik">
        <b>Det du skrivit är inte sparat än.</b> Det väntar i den här webbläsaren om du lämnar sidan.
      </p>
      <div className="buttons">
        <button ref={stay} className="ds-button" type="button" onClick={() => blocker.reset()}>
          Stanna här
        </button>
        <button className="ds-button" data-variant="secondary" type="button" onClick={() => blocker.proceed()}>
          Lämna sidan
        </button>
      </div>
    </div>
  );
}
