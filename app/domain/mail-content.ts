// What a message tells of, by its kind (mail.ts). Apart, so that a page that asks about mail does not bring zod.
import { z } from "zod";
import { roles } from "./access.ts";
import { pendings } from "./mail.ts";

const ofRound = { year: z.number() };
const ofActor = { ...ofRound, actorId: z.string(), actorName: z.string() };
const pending = z.enum(pendings);

/** What a message tells of, by kind. Days are YYYY-MM-DD in Stockholm; `lastDay` is the last day for what is asked. */
export const mailContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("round_opened"), ...ofActor, lastDay: z.string() }),
  z.object({ kind: z.literal("delegated"), ...ofActor, lastDay: z.string(), capabilities: z.array(z.string()) }),
  z.object({ kind: z.literal("two_weeks_left"), ...ofActor, lastDay: z.string(), pending }),
  z.object({ kind: z.literal("three_days_left"), ...ofActor, lastDay: z.string(), pending }),
  /** `lastDay`: of an actor that has a day of its own after the closing. */
  z.object({
    kind: z.literal("round_closed"),
    ...ofActor,
    isSubmitted: z.boolean(),
    lastDay: z.string().optional(),
  }),
  z.object({ kind: z.literal("submitted"), ...ofActor }),
  z.object({ kind: z.literal("sent_back"), ...ofActor, lastDay: z.string() }),
  z.object({ kind: z.literal("approved"), ...ofActor, isOnPaper: z.boolean() }),
  z.object({ kind: z.literal("round_released"), ...ofRound, actorId: z.string().nullable() }),
  z.object({
    kind: z.literal("invitation"),
    /** Null for a new link to someone who already has a role. */
    role: z.enum(roles).nullable(),
    actorName: z.string().nullable(),
    /** False for someone who already has a password, and only gets a further role. */
    hasLink: z.boolean(),
    lastDay: z.string(),
  }),
  z.object({ kind: z.literal("reopened"), ...ofActor, lastDay: z.string() }),
  z.object({ kind: z.literal("reminder"), ...ofActor, lastDay: z.string().nullable(), pending }),
]);
export type MailContent = z.infer<typeof mailContentSchema>;
