import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { renderWhole } from "#http/render-whole.ts";

const count = 3000;
const value = "åäö–”";
/** A page of many short strings, so that signs of several bytes fall at the end of React's buffer. */
const page = createElement(
  "form",
  null,
  Array.from({ length: count }, (_, at) => createElement("input", { key: at, defaultValue: value })),
);

function Broken(): never {
  throw new Error("broken");
}

test("React tears signs apart: once this fails it has mended that, and nothing needs leaving out", async () => {
  const body = new PassThrough();
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(body) });
  expect((await buffer(body)).includes(0)).toBe(true);
});

test("a rendered page has every sign whole", async () => {
  const { html, failed } = await renderWhole(page, { nonce: "n" });
  expect(failed).toBe(false);
  expect(html.toString().split(`value="${value}"`)).toHaveLength(count + 1);
  expect(html.includes(0)).toBe(false);
});

test("a page that throws while it is rendered is refused, not left unanswered", async () => {
  await expect(renderWhole(createElement(Broken), { nonce: "n" })).rejects.toThrow("broken");
});
