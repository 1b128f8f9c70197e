import { Writable } from "node:stream";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";

const RENDER_LIMIT_MS = 10_000;

/** `failed`: something in it threw, and React left it out. */
export type RenderedPage = { html: Buffer<ArrayBuffer>; failed: boolean };

/**
 * Renders a whole page before any of it is sent, so that nothing on it waits for a script. Rejects when nothing can be
 * rendered. What takes longer than ten seconds is left out, and the page counts as failed.
 */
export function renderWhole(page: ReactElement, { nonce }: { nonce: string }): Promise<RenderedPage> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const pieces: Uint8Array[] = [];
    const body = new Writable({
      write(piece: Uint8Array, _encoding, done) {
        pieces.push(piece);
        done();
      },
      final(done) {
        resolve({ html: withoutNul(Buffer.concat(pieces)), failed });
        done();
      },
    });
    body.on("error", reject);
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit);
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(limit);
        reject(error);
      },
      onError(error) {
        failed = true;
        console.error(error);
      },
    });
    const limit = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/**
 * A page without NUL bytes. React 18 writes through a buffer of 2 kB, and where a sign of several bytes does not fit at its
 * end sends the bytes that are left over as NUL: in the value of a field the browser reads them as "�", which is then saved.
 */
function withoutNul(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const whole: Buffer[] = [];
  let from = 0;
  for (let at = page.indexOf(0); at !== -1; at = page.indexOf(0, from)) {
    whole.push(page.subarray(from, at));
    from = at + 1;
  }
  return from === 0 ? page : Buffer.concat([...whole, page.subarray(from)]);
}
