import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { NonceContext } from "#components/nonce.ts";
import { renderWhole } from "#http/render-whole.ts";

/** Answers a request for a page with the whole page. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const page = (
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </NonceContext.Provider>
  );
  const { html, failed } = await renderWhole(page, { nonce });
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { headers, status: failed ? 500 : status });
}

/**
 * What a loader or action threw, for the log of the server; a reader gets the 500 page. An address that leads nowhere is
 * the reader's slip and no error of ours.
 */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) console.error(error);
}
