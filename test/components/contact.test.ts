// What Remix fetches waits for contact with the server, so that no error page takes the place of a form that was typed in.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createContact } from "#components/contact.ts";

const page = "http://localhost/resultat/2026.data";
const form = { method: "POST", body: "note=Text" };
const noContact = () => Promise.reject(new TypeError("Failed to fetch"));
const answer = (status = 200) =>
  Promise.resolve(new Response("svar", { status, headers: { "X-Remix-Response": "yes" } }));
/** Lets what has been answered be heard. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page", () => {
  test("is asked for again until the server answers, and the loss is told of meanwhile", async () => {
    const contact = createContact();
    const ask = vi.fn<() => Promise<Response>>(noContact);
    const got = contact.guard(ask)(page);
    await settle();
    expect(contact.lost()).toBe("page");
    ask.mockImplementation(() => answer());
    await vi.advanceTimersByTimeAsync(3000);
    expect(await (await got).text()).toBe("svar");
    expect(contact.lost()).toBeNull();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test.each([502, 503, 504])("is asked for again where a proxy says %i", async (status) => {
    const ask = vi.fn(() => answer(status));
    const got = createContact().guard(ask)(page);
    await settle();
    ask.mockImplementation(() => answer());
    await vi.advanceTimersByTimeAsync(3000);
    expect((await got).status).toBe(200);
  });

  test.each([404, 422, 500])("keeps an answer of %i as it is, with its headers", async (status) => {
    const response = await createContact().guard(() => answer(status))(page);
    expect([response.status, response.headers.get("X-Remix-Response")]).toEqual([status, "yes"]);
  });

  test("that breaks off in the middle is asked for again", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError("network error")) });
    const ask = vi.fn(() => Promise.resolve(new Response(broken)));
    const got = createContact().guard(ask)(page);
    await settle();
    ask.mockImplementation(() => answer());
    await vi.advanceTimersByTimeAsync(3000);
    expect(await (await got).text()).toBe("svar");
  });
});

describe("a form", () => {
  test("is never sent again by itself, and the loss is told of until its sender calls it off by sending anew", async () => {
    const contact = createContact();
    const ask = vi.fn<() => Promise<Response>>(noContact);
    const first = new AbortController();
    const told = vi.fn();
    contact.listen(told);
    const got = contact.guard(ask)(page, { ...form, signal: first.signal });
    const refused = expect(got).rejects.toThrow("aborted");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(contact.lost()).toBe("form");
    first.abort();
    await refused;
    expect(contact.lost()).toBeNull();
    expect(told).toHaveBeenCalledTimes(2);
  });

  test("that only asks what it would mean is asked again by itself, as a page is", async () => {
    const contact = createContact();
    const ask = vi.fn<() => Promise<Response>>(noContact);
    const got = contact.guard(ask)(page, { method: "POST", body: new URLSearchParams({ intent: "preview" }) });
    await settle();
    expect(contact.lost()).toBe("page");
    ask.mockImplementation(() => answer());
    await vi.advanceTimersByTimeAsync(3000);
    expect((await got).status).toBe(200);
    expect(contact.lost()).toBeNull();
  });

  test("counts before a page that waits too", async () => {
    const contact = createContact();
    void contact.guard(noContact)(page);
    void contact.guard(noContact)(page, form);
    await settle();
    expect(contact.lost()).toBe("form");
  });
});

test("a request that is called off is no lost contact", async () => {
  const contact = createContact();
  const off = AbortSignal.abort();
  await expect(
    contact.guard((_input, init) => Promise.reject(init?.signal?.reason))(page, { signal: off }),
  ).rejects.toThrow("aborted");
  expect(contact.lost()).toBeNull();
});

test("which pages there are is waited for by who follows a link, not by what looks ahead", async () => {
  const contact = createContact();
  const manifest = "http://localhost/__manifest?p=%2Fresultat";
  await expect(contact.guard(noContact)(manifest)).rejects.toThrow("Failed to fetch");
  expect(contact.lost()).toBeNull();
  void contact.guard(noContact)(manifest, { signal: new AbortController().signal });
  await settle();
  expect(contact.lost()).toBe("page");
});

test("what others than Remix fetch goes as it went", async () => {
  await expect(createContact().guard(noContact)("/skattning/2026/haninge-kommun/1:1/spara", form)).rejects.toThrow(
    TypeError,
  );
});
