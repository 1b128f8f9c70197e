// How much may be written beside an approval (fastställande) or a submission, in characters.

/** A note, and each comment, to the coordinator. */
export const APPROVAL_NOTE_LENGTH = 2000;

/** What a paper is called and where it is kept. */
export const PAPER_REFERENCE_LENGTH = 200;

/** An actor's own registry number (diarienummer). */
export const ACTOR_REGISTRY_NUMBER_LENGTH = 100;
