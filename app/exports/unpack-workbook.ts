// An uploaded file is unpacked here, under a limit, before any library sees it, and packed anew with only the parts that are
// read: what a spreadsheet library does with the rest of a hostile file is then of no concern.
import { crc32, inflateRawSync } from "node:zlib";
import type { WorkbookRefusal } from "#text/workbook.ts";

/** A whole assessment takes well under one megabyte. */
export const UNPACKED_LIMIT_BYTES = 10_000_000;
const ENTRY_LIMIT = 500;

type Entry = { name: string; encrypted: boolean; method: number; packed: number; size: number; offset: number };
type Unpacked = { ok: true; file: Buffer } | { ok: false; refusal: WorkbookRefusal };

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const centralLength = 46;
const localLength = 30;
const longestComment = 0xffff;

const readParts =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/i;

class Broken extends Error {}

/** The parts of an .xlsx that are read, as a new and harmless file; or why the upload is refused. */
export function unpackWorkbook(bytes: Buffer): Unpacked {
  // The container of password-protected files and of the older .xls.
  if (bytes.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1") return { ok: false, refusal: "locked" };
  if (bytes.length < endLength || bytes.readUInt32LE(0) !== localSignature)
    return { ok: false, refusal: "not_a_workbook" };
  try {
    const entries = listEntries(bytes);
    const refusal = refusalOf(bytes, entries);
    if (refusal) return { ok: false, refusal };
    const parts = entries.filter(({ name }) => readParts.test(name));
    return {
      ok: true,
      file: pack(parts.map((entry) => ({ name: entry.name, data: tamed(entry, inflate(bytes, entry)) }))),
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ERR_BUFFER_TOO_LARGE") return { ok: false, refusal: "too_much_inside" };
    const isBroken = error instanceof Broken || error instanceof RangeError || String(code).startsWith("Z_");
    if (isBroken) return { ok: false, refusal: "broken" };
    throw error;
  }
}

function refusalOf(bytes: Buffer, entries: Entry[]): WorkbookRefusal | null {
  const names = entries.map(({ name }) => name.toLowerCase());
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > UNPACKED_LIMIT_BYTES || entries.length > ENTRY_LIMIT) return "too_much_inside";
  if (entries.some(({ encrypted }) => encrypted)) return "locked";
  if (new Set(names).size !== names.length) return "broken";
  if (names.some((name) => /vba|macrosheets|xl\/activex/.test(name))) return "macros";
  if (names.includes("mimetype") && names.includes("content.xml")) return "open_document";
  const types = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!types || !names.includes("xl/workbook.xml")) return "not_a_workbook";
  return inflate(bytes, types).toString("utf8").includes("macroEnabled") ? "macros" : null;
}

/** The central directory: what the file says is in it. */
function listEntries(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== centralSignature) throw new Broken();
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + centralLength, at + centralLength + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += centralLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= earliest; at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at;
  throw new Broken();
}

/** One entry's content. Whatever the directory said of its size, no more than that comes out. */
function inflate(bytes: Buffer, { offset, packed, size, method }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== localSignature) throw new Broken();
  const start = offset + localLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw new Broken();
  if (method === 0 && packed === size) return content;
  if (method !== 8) throw new Broken();
  const data = inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  if (data.length !== size) throw new Broken();
  return data;
}

/** Names of ranges are not read, and one of a whole sheet keeps the library at work for hours: they get a name it does not know. */
function tamed({ name }: Entry, data: Buffer): Buffer {
  if (name.toLowerCase() !== "xl/workbook.xml") return data;
  return Buffer.from(data.toString("utf8").replaceAll("definedName", "leftOut"));
}

/** A zip file of these entries, not compressed. */
export function pack(entries: readonly { name: string; data: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const nameBytes = Buffer.from(name, "utf8");
    const facts = Buffer.alloc(16);
    facts.writeUInt32LE(crc32(data), 4);
    facts.writeUInt32LE(data.length, 8);
    facts.writeUInt32LE(data.length, 12);
    const version = Buffer.from([20, 0, 0, 8, 0, 0]);
    const local = Buffer.alloc(localLength);
    local.writeUInt32LE(localSignature, 0);
    version.copy(local, 4);
    facts.copy(local, 10);
    local.writeUInt16LE(nameBytes.length, 26);
    const central = Buffer.alloc(centralLength);
    central.writeUInt32LE(centralSignature, 0);
    central.writeUInt16LE(20, 4);
    version.copy(central, 6);
    facts.copy(central, 12);
    central.writeUInt16LE(nameBytes.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, data);
    centrals.push(central, nameBytes);
    offset += local.length + nameBytes.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
