/** What a use case answered, when the demo needs it to have gone well. Throws with the problem where it was refused. */
export function done<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}
