import { Link, useNavigate } from "@remix-run/react";
import { useEffect } from "react";

type MeetingStepsProps = {
  year: number;
  place: { order: string[]; code: string | null; all: boolean; hasOther: boolean; changed: number };
};

/** Keys that turn the page, as a presenter's remote control sends them. */
const forward = ["ArrowRight", "PageDown"];
const backward = ["ArrowLeft", "PageUp"];

/** Turns the page by key, but never while somebody writes. */
function useArrows(before: string | null, after: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.closest("textarea, input, select, summary");
      if (isWriting || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const goal = forward.includes(event.key) ? after : backward.includes(event.key) ? before : null;
      if (goal === null) return;
      event.preventDefault();
      navigate(goal);
    };
    document.addEventListener("keydown", turn);
    return () => document.removeEventListener("keydown", turn);
  }, [before, after, navigate]);
}

/** Where one is among what is gone through, and the way on: links, and the arrow keys. */
export function MeetingSteps({ year, place: { order, code, all, hasOther, changed } }: MeetingStepsProps) {
  const path = `/lagstanivaer/${year}/mote`;
  const suffix = all && hasOther ? "&alla=1" : "";
  const to = (one: string | undefined) => (one === undefined ? null : `${path}?del=${one}${suffix}`);
  const at = code === null ? -1 : order.indexOf(code);
  const whole = `${path}${suffix ? "?alla=1" : ""}`;
  const after = to(order[at + 1]);
  const before = at > 0 ? to(order[at - 1]) : code === null ? null : whole;
  useArrows(before, after);
  return (
    <nav className="meeting-steps" aria-label="Gå igenom förslaget">
      {before && <Link to={before}>← Föregående</Link>}
      <span className="where">
        {code === null ? "Hela förslaget" : at === -1 ? "Oförändrad" : `${at + 1} av ${order.length}`}
        {hasOther && (
          <small>
            {all ? (
              <Link to={code ? `${path}?del=${code}` : path}>
                {code ? "Bara" : "Gå igenom bara"} de {changed} som ändras
              </Link>
            ) : (
              <Link to={code ? `${path}?del=${code}&alla=1` : `${path}?alla=1`}>
                {code ? "Också" : "Gå igenom också"} det som inte ändras
              </Link>
            )}
          </small>
        )}
        {code !== null && (
          <small>
            <Link to={whole}>Hela förslaget</Link>
          </small>
        )}
      </span>
      {after ? (
        <Link to={after}>{code === null ? "Gå igenom" : "Nästa"} →</Link>
      ) : code ? (
        <Link to={`/lagstanivaer/${year}/beslut`}>Till beslutet →</Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
