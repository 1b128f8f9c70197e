import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect } from "react";
import { signOutWarning } from "#text/draft.ts";
import { isUnsent } from "./draft.ts";
import { browserStore, forgetKept, listKept } from "./kept-texts.ts";
import { openDrafts } from "./open-drafts.ts";

/** Who has asked to sign out; what this browser keeps goes only once that is done. */
let leaving: string | null = null;

/** The way to sign out. What could not be sent goes with it, after a warning: the next person may sit at this computer. */
export function SignOutForm({ personId }: { personId: string }) {
  const submit = useSubmit();
  useEffect(() => {
    leaving = null;
  }, []);
  async function leave(event: FormEvent<HTMLFormElement>): Promise<void> {
    const form = event.currentTarget;
    event.preventDefault();
    for (const sender of openDrafts) if (isUnsent(sender.current())) await sender.flush("auto");
    const count = listKept(browserStore(), { personId }).length;
    if (count > 0 && !window.confirm(signOutWarning(count))) return;
    leaving = personId;
    submit(form);
  }
  return (
    <Form method="post" action="/logga-ut" onSubmit={leave}>
      <button className="ds-button" data-variant="tertiary" type="submit">
        Logga ut
      </button>
    </Form>
  );
}

/** Stands on the page after a sign-out: takes away what was kept of the one who has left. A session that ran out takes nothing. */
export function SignedOut() {
  useEffect(() => {
    const store = browserStore();
    if (leaving !== null) for (const kept of listKept(store, { personId: leaving })) forgetKept(store, kept);
    leaving = null;
  }, []);
  return null;
}
