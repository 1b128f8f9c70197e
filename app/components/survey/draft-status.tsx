import { Link } from "@remix-run/react";
import { refusedText, type StatusText, statusTexts } from "#text/draft.ts";
import { type Draft, isUnsent } from "./draft.ts";
import { errorLines } from "./error-lines.ts";

type DraftStatusProps = {
  draft: Draft;
  /** Whether what is unsent is safe in this browser. */
  isKept: boolean;
  /** `Sparat 14:03 av Samordnare, Haninge`, as the page was opened; null where nothing was saved. */
  savedText: string | null;
  /** The way to sign in and back here. */
  signInPath: string;
};

/** How it stands with what is typed, in one line. */
export function statusOf({ draft, isKept, savedText }: Omit<DraftStatusProps, "signInPath">): StatusText | null {
  const { trouble } = draft;
  if (trouble?.kind === "unreachable" || trouble?.kind === "signed_out")
    return isKept
      ? { kind: "waiting", text: statusTexts[trouble.kind] }
      : { kind: "failed", text: statusTexts[`${trouble.kind}_unkept`] };
  if (trouble?.kind === "stale") return { kind: "failed", text: statusTexts.stale };
  if (trouble?.kind === "refused") {
    const [first = "", ...others] = Object.values(errorLines(trouble.errors));
    return { kind: "failed", text: refusedText(first, others.length) };
  }
  if (trouble?.kind === "closed") return { kind: "failed", text: refusedText(trouble.sentence) };
  if (draft.isSending) return { kind: "calm", text: statusTexts.sending };
  if (isUnsent(draft)) return { kind: "calm", text: statusTexts.changed };
  const text = draft.savedText ?? savedText;
  return text === null ? null : { kind: "calm", text };
}

/** The state beside the buttons. What is wrong is read out by the page's one live region, not here. */
export function DraftStatus(props: DraftStatusProps) {
  const status = statusOf(props);
  if (!status) return null;
  const { trouble } = props.draft;
  const field = trouble?.kind === "refused" ? Object.keys(errorLines(trouble.errors))[0] : undefined;
  return (
    <p className={`draft-status ${status.kind}`}>
      {field ? <a href={`#${field}`}>{status.text}</a> : status.text}
      {trouble?.kind === "signed_out" && (
        <>
          {" "}
          <Link to={props.signInPath}>Logga in och fortsätt</Link>
        </>
      )}
    </p>
  );
}
