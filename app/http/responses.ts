import { data, redirect } from "@remix-run/node";
import type { FormFailure } from "./form.ts";

const NOT_FOUND = 404;
const SEE_OTHER = 303;
const UNPROCESSABLE = 422;

function refusal(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** To throw: the 404 page with a sentence on what is unknown. Also for what a stranger may not know exists. */
export function notFound(sentence: string): Response {
  return refusal(NOT_FOUND, sentence);
}

// Resolved as a browser will: it drops tabs, line breaks and dots, and takes a backslash for a slash. What is left may begin with
// two slashes, and then names a host.
function ownPath(path: string): string {
  const here = "http://here.invalid";
  if (!path.startsWith("/") || !URL.canParse(path, here)) return "/";
  const url = new URL(path, here);
  if (url.origin !== here || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** After a form: the browser gets the next page with GET. `path` is one of ours; anything else leads to the start. */
export function redirectTo(path: string, headers?: HeadersInit): Response {
  return redirect(ownPath(path), { status: SEE_OTHER, headers });
}

/** A CSV file to download. `text` is complete, with its byte order mark. */
export function csvFile(name: string, text: string): Response {
  return new Response(text, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` },
  });
}

/** An .xlsx file to download. */
export function xlsxFile(name: string, file: Buffer): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

/** What an action returns for a form that is wrong: status 422 and everything typed. */
export function invalid(failure: FormFailure) {
  return data(failure, { status: UNPROCESSABLE });
}

/** A Word file to download. */
export function wordFile(name: string, bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

const typeOf: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** A file to download, of the kind that its name ends with. */
export function fileResponse(name: string, content: string | Buffer): Response {
  const kind = name.slice(name.lastIndexOf(".") + 1);
  return new Response(typeof content === "string" ? content : new Uint8Array(content), {
    headers: {
      "Content-Type": typeOf[kind] ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
