import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#components/nonce.ts";
import { withoutNul } from "#http/without-nul.ts";

const RENDER_LIMIT_MS = 10_000;

/** Renders a whole page before sending it, so that nothing on it waits for a script. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let renderStatus = status;
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} nonce={nonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit);
        headers.set("Content-Type", "text/html; charset=utf-8");
        const pieces: Uint8Array[] = [];
        const body = new Writable({
          write(piece: Uint8Array, _encoding, done) {
            pieces.push(piece);
            done();
          },
          final(done) {
            resolve(new Response(withoutNul(Buffer.concat(pieces)), { headers, status: renderStatus }));
            done();
          },
        });
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(limit);
        reject(error);
      },
      onError(error) {
        renderStatus = 500;
        console.error(error);
      },
    });
    const limit = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/**
 * What a loader or action threw, for the log of the server; a reader gets the 500 page. An address that leads nowhere is
 * the reader's slip and no error of ours.
 */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) console.error(error);
}
