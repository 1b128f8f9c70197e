import { matchRoutes, RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { contact } from "#components/contact.ts";

/**
 * Follows a link within the page without a navigation: the router would take one for a new visit and throw away what a
 * refused form has brought back, with all that was typed.
 */
function followWithinPage(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const goal = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!goal || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const fold = goal.closest("details");
  if (fold) fold.open = true;
  goal.scrollIntoView();
  goal.focus();
}

/**
 * Fetches the script of the page that answers a form when somebody goes into it. Fetched at the click, without contact, Remix
 * would load the page anew, and what was typed would be gone.
 */
function fetchScriptAhead({ target }: FocusEvent): void {
  const action = target instanceof Element ? target.closest("form")?.getAttribute("action") : null;
  if (!action || !window.__remixRouter) return;
  for (const { route } of matchRoutes(window.__remixRouter.routes as { id: string }[], action) ?? []) {
    const script = window.__remixManifest.routes[route.id]?.module;
    if (script) import(/* @vite-ignore */ script).catch(() => {});
  }
}

document.addEventListener("click", followWithinPage);
document.addEventListener("focusin", fetchScriptAhead);
window.fetch = contact.guard(window.fetch.bind(window));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
