import { describe, expect, test } from "vitest";
import type { AnswerFailure } from "#components/survey/answer-values.ts";
import {
  type Draft,
  type DraftEvent,
  isDue,
  isUnsent,
  nextDraft,
  type Reply,
  startDraft,
  typedText,
} from "#components/survey/draft.ts";

const failure = { baseRevision: 7 } as AnswerFailure;
const typed = (text: string): DraftEvent => ({ type: "typed", typed: text });
const send = (saveId: string): DraftEvent => ({ type: "send", saveId });
const answered = (saveId: string, reply: Reply): DraftEvent => ({ type: "answered", saveId, reply });
const saved = (revision: number): Reply => ({ kind: "saved", revision, text: "Sparat 14:03", to: "/" });
const unreachable: Reply = { kind: "unreachable" };
const refused: Reply = { kind: "refused", errors: { reason: "För lång." } };
const stale: Reply = { kind: "stale", failure };
const closed: Reply = { kind: "closed", sentence: "Stängd." };

const after = (events: DraftEvent[]): Draft => events.reduce(nextDraft, startDraft("a=1", 3));

test.each<[string, DraftEvent[], Partial<Draft> & { unsent: boolean; due: boolean }]>([
  ["an untouched form has nothing to send", [], { unsent: false, due: false }],
  ["what is typed is unsent and due", [typed("a=2")], { unsent: true, due: true, baseRevision: 3 }],
  ["what is typed and taken back is not", [typed("a=2"), typed("a=1")], { unsent: false, due: false }],
  [
    "a save moves the revision that the next one starts from",
    [typed("a=2"), send("x"), answered("x", saved(4))],
    { unsent: false, due: false, baseRevision: 4, saved: "a=2", savedText: "Sparat 14:03" },
  ],
  [
    "a slow answer to an older text leaves the newer one unsent",
    [typed("a=2"), send("x"), typed("a=3"), answered("x", saved(4))],
    { unsent: true, due: true, typed: "a=3", saved: "a=2", baseRevision: 4 },
  ],
  [
    "a second save does not start while one is under way",
    [typed("a=2"), send("x"), typed("a=3"), send("y")],
    { unsent: true, due: false, sent: { saveId: "x", typed: "a=2", baseRevision: 3 } },
  ],
  [
    "without an answer the same save is sent again, with its id, before anything newer",
    [typed("a=2"), send("x"), answered("x", unreachable), typed("a=3"), send("y")],
    { unsent: true, due: false, typed: "a=3", sent: { saveId: "x", typed: "a=2", baseRevision: 3 } },
  ],
  [
    "a text taken back while its save is unanswered is still unsent: the save may have arrived",
    [typed("a=2"), send("x"), answered("x", unreachable), typed("a=1")],
    { unsent: true, due: true },
  ],
  [
    "an answer to a save that is not the one under way changes nothing",
    [typed("a=2"), send("x"), answered("x", saved(4)), typed("a=3"), send("y"), answered("x", stale)],
    { unsent: true, due: false, baseRevision: 4, trouble: null },
  ],
  [
    "a refused text is not sent again by itself",
    [typed("a=2"), send("x"), answered("x", refused)],
    { unsent: true, due: false, sent: null, trouble: refused },
  ],
  [
    "a refused text that is changed is",
    [typed("a=2"), send("x"), answered("x", refused), typed("a=3")],
    { unsent: true, due: true, trouble: null },
  ],
  [
    "a text changed before its refusal arrives is tried without a word",
    [typed("a=2"), send("x"), typed("a=3"), answered("x", refused)],
    { unsent: true, due: true, trouble: null },
  ],
  [
    "a conflict waits for the person, however much is typed",
    [typed("a=2"), send("x"), answered("x", stale), typed("a=3"), send("y")],
    { unsent: true, due: false, sent: null, trouble: stale, baseRevision: 3 },
  ],
  [
    "the own version is saved from the other's revision",
    [typed("a=2"), send("x"), answered("x", stale), { type: "own_chosen" }],
    { unsent: true, due: true, trouble: null, baseRevision: 7 },
  ],
  [
    "the saved version lets go of the own",
    [typed("a=2"), send("x"), answered("x", stale), { type: "saved_chosen" }],
    { unsent: false, due: false, typed: "a=1", trouble: null },
  ],
  [
    "a closed answer keeps the text and sends nothing more",
    [typed("a=2"), send("x"), answered("x", closed), typed("a=3"), send("y")],
    { unsent: true, due: false, typed: "a=3", sent: null, trouble: closed },
  ],
  [
    "signed out, the same save waits",
    [typed("a=2"), send("x"), answered("x", { kind: "signed_out" })],
    { unsent: true, due: true, trouble: { kind: "signed_out" } },
  ],
])("%s", (_rule, events, { unsent, due, ...expected }) => {
  const draft = after(events);
  expect(draft).toMatchObject(expected);
  expect({ unsent: isUnsent(draft), due: isDue(draft) }).toEqual({ unsent, due });
});

describe("a form as text", () => {
  test("is the same in whatever order it is read, without what is empty and what belongs to the page", () => {
    const fields: [string, string][] = [
      ["reason", "å & 🙂\nrad"],
      ["causes", "training"],
      ["comment", ""],
      ["saveId", "x"],
      ["baseRevision", "3"],
      ["intent", "save"],
    ];
    expect(typedText(fields)).toBe(typedText([...fields].reverse()));
    expect(typedText(fields)).toBe("causes=training&reason=%C3%A5+%26+%F0%9F%99%82%0Arad");
    expect(typedText([["comment", ""]])).toBe("");
  });
});
