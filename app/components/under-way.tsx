import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { lostTexts, underWay } from "#text/contact.ts";
import { contact } from "./contact.ts";
import { Notice } from "./notice.tsx";

/** A form's fields as one text. */
const textOf = (fields: FormData) => String([...fields]);

/** A second click sends nothing: it would be refused, and hide that the first one went well. */
function useSentOnce(sent: FormData | undefined, action: string | undefined): void {
  const latest = useRef({ sent, action });
  latest.current = { sent, action };
  useEffect(() => {
    const stopTwin = (event: SubmitEvent) => {
      const { sent: first, action: to } = latest.current;
      const form = event.target as HTMLFormElement;
      // What got no answer may be sent again.
      if (!first || contact.lost() === "form" || form.getAttribute("action") !== to) return;
      if (textOf(new FormData(form, event.submitter)) !== textOf(first)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("submit", stopTwin, true);
    return () => document.removeEventListener("submit", stopTwin, true);
  }, []);
}

/** That something is being fetched or sent, which the browser does not show by itself, and that there is no contact. */
export function UnderWay() {
  const { state, formData, formAction } = useNavigation();
  const lost = useSyncExternalStore(contact.listen, contact.lost, () => null);
  useSentOnce(formData, formAction);
  if (lost)
    return (
      <div className="no-contact screen-only">
        <Notice kind={lost === "form" ? "failed" : "warning"}>{lostTexts[lost]}</Notice>
      </div>
    );
  return state === "idle" ? null : <div className="under-way screen-only" role="progressbar" aria-label={underWay} />;
}
