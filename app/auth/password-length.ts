/** Shortest and longest password, in characters; the longest bounds the work of a hostile request. */
export const PASSWORD_LENGTH = { min: 12, max: 200 };
