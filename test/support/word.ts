// What a Word file holds, for tests: its parts as text, checked to be well-formed XML.
import { inflateRawSync } from "node:zlib";

const centralSignature = 0x02014b50;

/** The parts of a .docx by name, from its central directory. */
export function partsOf(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  while (at >= 0 && at + 46 <= file.length && file.readUInt32LE(at) === centralSignature) {
    const [packed, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const local = file.readUInt32LE(at + 42);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(data, data + packed);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** What is wrong with a part as XML: a tag that is not closed, a bare sign, a control sign. Undefined where it is well-formed. */
export function xmlProblem(xml: string): string | undefined {
  const open: string[] = [];
  let rest = 0;
  for (const match of xml.matchAll(/<(\?|\/)?([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/|\?)?>/g)) {
    const text = xml.slice(rest, match.index);
    if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return `bare sign in ${text.slice(0, 80)}`;
    rest = match.index + match[0].length;
    const [, before, name = "", , after] = match;
    if (before === "/" && open.pop() !== name) return `${name} is closed where it is not open`;
    if (!before && !after) open.push(name);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return "a control sign";
  return open.length > 0 ? `${open.at(-1)} is not closed` : undefined;
}

/** The words of a part, a space between runs. */
export function textIn(xml: string): string {
  const words = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
  return words
    .join(" ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
