import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutNul } from "#http/without-nul.ts";

const count = 3000;

/** A page of many short strings, so that letters of two bytes fall at the end of the buffer. */
async function rendered() {
  const body = new PassThrough();
  const fields = Array.from({ length: count }, (_, at) => createElement("input", { key: at, defaultValue: "åäö" }));
  const page = renderToPipeableStream(createElement("form", null, fields), { onAllReady: () => page.pipe(body) });
  return Buffer.from(await buffer(body));
}

test("React tears letters apart, and the page that is sent has every one of them whole", async () => {
  const page = await rendered();
  // Once this fails, React has mended it, and nothing needs leaving out.
  expect(page.includes(0)).toBe(true);
  const sent = withoutNul(page).toString();
  expect(sent.match(/value="åäö"/g)).toHaveLength(count);
  expect(sent).not.toContain("\0");
});
