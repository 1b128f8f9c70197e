import { type Db, inSnapshot } from "#db/client.server.ts";
import { listSubCapabilities, type SubCapability } from "#domain/definition.ts";
import { answerRefusal, capabilityOf } from "#domain/delegation.ts";
import type { MoveBy } from "./permit-move.ts";
import { type Assessment, isDirected, readAssessment, type UnknownAssessment } from "./read-assessment.ts";
import type { MeasureFacts } from "./read-measures.ts";
import { type AssessmentView, assessmentViewOf } from "./view-assessment.ts";

/** What an actor will do about one sub-capability. */
export type MeasuresOfCode = {
  /** Whether its answer, as it is saved now, is below the minimum or unknown. */
  isShort: boolean;
  /** Noted this year. */
  own: MeasureFacts[];
  /** Noted in an earlier year and asked for now. */
  earlier: MeasureFacts[];
};
export type MeasuresView = {
  assessment: AssessmentView;
  /** The sub-capabilities with a measure, or where one is missing, in definition order. */
  groups: (MeasuresOfCode & {
    code: string;
    name: string;
    canEdit: boolean;
    /** Whether it is directed to the actor, so that new measures can be noted for it. */
    isAsked: boolean;
  })[];
  /** The sub-capability that a new measure was asked for; null: none. */
  asked: { code: string; name: string } | null;
  /** Whether the reader is one who fills the whole assessment in, while it can be saved. */
  canEditAll: boolean;
  /** Earlier measures of sub-capabilities that no line leads to, or that are no longer directed to the actor. */
  detached: MeasureFacts[];
  /** Noted this year and taken away. */
  removed: MeasureFacts[];
};

/** An actor's measures in one round. `code`: the sub-capability that a new one is to be written for. */
export function viewMeasures(
  db: Db,
  { code, ...key }: { year: number; actorId: string; code?: string },
  viewer: MoveBy,
): { ok: true; view: MeasuresView } | UnknownAssessment {
  return inSnapshot(db, (tx) => {
    const read = readAssessment(tx, key, viewer.now);
    return read.ok ? { ok: true, view: measuresViewOf(read.assessment, code, viewer) } : read;
  });
}

function measuresViewOf(assessment: Assessment, code: string | undefined, viewer: MoveBy): MeasuresView {
  const { definition, measures, round, delegations, standing, isOpen } = assessment;
  const subs = listSubCapabilities(definition);
  const asked = subs.find((sub) => sub.code === code && isDirected(assessment, sub));
  const canEdit = (about: string | null) => {
    const capability = about === null ? 0 : (capabilityOf(definition, about) ?? 0);
    return isOpen && answerRefusal(viewer, capability, delegations, standing.onBehalf !== undefined) === null;
  };
  return {
    assessment: assessmentViewOf(assessment, viewer.now),
    groups: subs
      .map((sub) => ({
        code: sub.code,
        name: sub.name,
        isAsked: isDirected(assessment, sub),
        canEdit: canEdit(isDirected(assessment, sub) ? sub.code : null),
        ...measuresOfCode(assessment, sub),
      }))
      .filter(({ isAsked, isShort, own, earlier }) => (isAsked && isShort) || own.length + earlier.length > 0),
    canEditAll: canEdit(null),
    asked: asked && canEdit(asked.code) ? { code: asked.code, name: asked.name } : null,
    detached: measures.filter((measure) => measure.code === null && measure.year < round.year),
    removed: measures.filter((measure) => measure.year === round.year && measure.isRemoved),
  };
}

/** The measures of one sub-capability in an assessment that is already read. */
export function measuresOfCode(assessment: Assessment, { code }: Pick<SubCapability, "code">): MeasuresOfCode {
  const { measures, round, answers, targetOf } = assessment;
  const content = answers.get(code)?.content;
  const minimum = targetOf(code).minimum;
  const level = content?.kind === "level" ? content.level : null;
  const ofCode = measures.filter((measure) => measure.code === code && !measure.isRemoved);
  return {
    isShort: content?.kind === "unknown" || (level !== null && minimum !== null && level < minimum),
    own: ofCode.filter((measure) => measure.year === round.year),
    earlier: ofCode.filter((measure) => measure.year < round.year),
  };
}
