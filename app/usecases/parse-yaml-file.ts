import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { explainIssue } from "./explain-issue.ts";

/** A file of the product as read from disk; `name` is what the operator knows it by ("capabilities/2019.yaml"). */
export type TextFile = { name: string; text: string };

/** A file that cannot be used. The message, in Swedish, gives file and line, what is wrong and what to do; one problem a line. */
export class FileError extends Error {
  override name = "FileError";

  constructor(fileName: string, problems: { line: number; message: string }[]) {
    super(problems.map(({ line, message }) => `${fileName}, rad ${line}: ${message}`).join("\n"));
  }
}

type Path = readonly PropertyKey[];

/**
 * Parses YAML by a schema. `lineOf` gives the line (from 1) of a path in the file, or of its nearest ancestor there.
 * Throws FileError for text that is no YAML or that the schema refuses.
 */
export function parseYamlFile<Schema extends z.ZodType>({ name, text }: TextFile, schema: Schema) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      message: explainSyntax(message),
    }));
    throw new FileError(name, problems);
  }
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `*${source} läses som en hänvisning. Sätt texten inom citattecken.`;
      throw new FileError(name, [{ line: lineAt(range?.[0] ?? 0), message }]);
    },
  });
  const lineOf = (path: Path) => lineAt(offsetOf(document.contents, path));
  const result = schema.safeParse(document.toJS(), { error: explainIssue });
  if (result.success) return { data: result.data, lineOf };
  const problems = result.error.issues.map((issue) => {
    const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return { line: lineOf([...issue.path, ...unknownKey]), message: withField(issue.path, issue.message) };
  });
  throw new FileError(name, problems);
}

function explainSyntax(message: string): string {
  if (message === "Map keys must be unique") return "Fältet finns två gånger. Behåll ett av dem.";
  return `Filen är inte giltig YAML (${message}). Rätta indrag, kolon och citattecken här.`;
}

function withField(path: Path, message: string): string {
  const field = path.at(-1);
  return typeof field === "string" ? `${field}: ${message}` : message;
}

/** The offset of the deepest node that the path reaches; of a pair, where its key stands. */
function offsetOf(root: ParsedNode | null, path: Path): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const next: { at: unknown; value: unknown } | undefined = childOf(node, step);
    if (next === undefined) break;
    const at = next.at as Node | null;
    offset = at?.range?.[0] ?? offset;
    node = next.value as Node | null;
  }
  return offset;
}

function childOf(node: Node | null, step: PropertyKey): { at: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof step === "number") {
    const item = node.items[step];
    return item === undefined ? undefined : { at: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  return pair && { at: pair.key, value: pair.value };
}
