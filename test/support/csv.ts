/** Reads a CSV file of ours back into records by head, with a parser of the test's own. Throws without the byte order mark. */
export function readCsv(text: string): Record<string, string>[] {
  if (!text.startsWith("\uFEFF")) throw new Error("No byte order mark");
  const [heads = [], ...rows] = readRows(text.slice(1));
  return rows.map((row) => {
    if (row.length !== heads.length) throw new Error(`${row.length} fields under ${heads.length} heads`);
    return Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ""]));
  });
}

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/gy;
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(pattern)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ";") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
