import type { Sender } from "./draft-sender.ts";

/** The drafts of this page that somebody types in now: whoever signs out lets them send first. */
export const openDrafts = new Set<Sender>();
