import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Draft, type Reply, type Sent, startDraft } from "#components/survey/draft.ts";
import { createSender, type SaveIntent } from "#components/survey/draft-sender.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that is there or not, knows what it has saved by id, and answers when it is told to. */
function aServer() {
  const server = { isUp: true, answersArrive: true, delay: 0, log: [] as string[], revision: 0, text: "" };
  const byId = new Map<string, number>();
  const send = async ({ saveId, typed, baseRevision }: Sent, intent: SaveIntent): Promise<Reply> => {
    await new Promise((resolve) => setTimeout(resolve, server.delay));
    if (!server.isUp) return { kind: "unreachable" };
    if (!byId.has(saveId)) {
      if (baseRevision !== server.revision) throw new Error(`conflict: ${typed} from ${baseRevision}`);
      server.revision += 1;
      server.text = typed;
      server.log.push(`${intent} ${typed}`);
      byId.set(saveId, server.revision);
    }
    if (!server.answersArrive) return { kind: "unreachable" };
    return { kind: "saved", revision: byId.get(saveId) ?? 0, text: "Sparat 14:03", to: "/" };
  };
  return { server, send };
}

function start() {
  const { server, send } = aServer();
  const seen: Draft[] = [];
  let ids = 0;
  const newSaveId = () => `id-${++ids}`;
  const sender = createSender({ draft: startDraft("", 0), send, onChange: (draft) => seen.push(draft), newSaveId });
  return { server, sender, seen };
}

test("what is typed is saved soon after the last key, once", async () => {
  const { server, sender } = start();
  for (const text of ["a", "ab", "abc"]) {
    sender.typed(text);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(server.log).toEqual([]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.log).toEqual(["auto abc"]);
});

test("while the server is gone it is tried again until it is back", async () => {
  const { server, sender } = start();
  server.isUp = false;
  sender.typed("a");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sender.current()).toMatchObject({ trouble: { kind: "unreachable" }, typed: "a", saved: "" });
  server.isUp = true;
  await vi.advanceTimersByTimeAsync(6000);
  expect(server.log).toEqual(["auto a"]);
  expect(sender.current()).toMatchObject({ trouble: null, saved: "a" });
});

test("a save whose answer is lost is repeated, and newer words follow without a conflict", async () => {
  const { server, sender } = start();
  server.answersArrive = false;
  sender.typed("a");
  await vi.advanceTimersByTimeAsync(2000);
  sender.typed("ab");
  server.answersArrive = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(server.log).toEqual(["auto a", "auto ab"]);
  expect(sender.current()).toMatchObject({ typed: "ab", saved: "ab", baseRevision: 2, sent: null });
});

test("a click on save during a slow save waits for it and does not conflict with it", async () => {
  const { server, sender } = start();
  server.delay = 3000;
  sender.typed("a");
  await vi.advanceTimersByTimeAsync(2000);
  sender.typed("ab");
  const click = sender.flush("next");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await click).toMatchObject({ kind: "saved", revision: 2 });
  expect(server.log).toEqual(["auto a", "next ab"]);
});

test("two clicks at once send one after the other", async () => {
  const { server, sender } = start();
  server.delay = 100;
  sender.typed("a");
  const clicks = [sender.flush("save"), sender.flush("save")];
  await vi.advanceTimersByTimeAsync(1000);
  expect((await Promise.all(clicks)).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect(server.log).toEqual(["save a", "save a"]);
});

test("a page that is left sends nothing more by itself", async () => {
  const { server, sender } = start();
  sender.typed("a");
  sender.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.log).toEqual([]);
});
