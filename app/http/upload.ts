import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  MaxPartSizeExceededError,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from "@remix-run/node";
import { UPLOAD_LIMIT_BYTES } from "./security.ts";

export type Upload = { ok: true; name: string; file: Buffer } | { ok: false; problem: "no_file" | "too_large" };

/** Whether the form brings a file. */
export function hasUpload(request: Request): boolean {
  return request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
}

/** The file in the form's field. Reading stops where it grows over the limit. */
export async function readUpload(request: Request, field: string): Promise<Upload> {
  try {
    const handler = createMemoryUploadHandler({ maxPartSize: UPLOAD_LIMIT_BYTES });
    const file = (await parseMultipartFormData(request, handler)).get(field);
    if (!(file instanceof File) || file.size === 0) return { ok: false, problem: "no_file" };
    return { ok: true, name: file.name, file: Buffer.from(await file.arrayBuffer()) };
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return { ok: false, problem: "too_large" };
    // What the parser makes of a body that is cut off or no form at all.
    return { ok: false, problem: "no_file" };
  }
}
