/**
 * A page without NUL bytes. React 18 writes through a buffer of 2 kB, and where a letter of two bytes does not fit at its end
 * sends the byte that is left over as NUL: in the value of a field the browser reads it as "�", which is then saved.
 */
export function withoutNul(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const whole: Buffer[] = [];
  let from = 0;
  for (let at = page.indexOf(0); at !== -1; at = page.indexOf(0, from)) {
    whole.push(page.subarray(from, at));
    from = at + 1;
  }
  return from === 0 ? page : Buffer.concat([...whole, page.subarray(from)]);
}
