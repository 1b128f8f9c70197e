import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";

type Options = { origin: string };
type Handler = (request: Request, response: Response, next: NextFunction) => void;

export const BODY_LIMIT_BYTES = 1_000_000;
/** A whole assessment as a workbook takes a tenth of this. */
export const UPLOAD_LIMIT_BYTES = 5_000_000;
// The one page that takes files.
const uploadPath = /^\/skattning\/\d{4}\/[^/]+\/arbetsbok$/;
const HALF_YEAR_S = 15_768_000;
const NONCE_BYTES = 16;
const readingMethods = ["GET", "HEAD", "OPTIONS"];

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Sets the headers every response carries, and `response.locals.nonce`, new each time. */
export function securityHeaders({ origin }: Options): Handler {
  return (_request, response, next) => {
    const nonce = randomBytes(NONCE_BYTES).toString("base64");
    response.locals.nonce = nonce;
    response.set({
      "Content-Security-Policy": contentSecurityPolicy(nonce),
      "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    });
    if (origin.startsWith("https://")) response.set("Strict-Transport-Security", `max-age=${HALF_YEAR_S}`);
    next();
  };
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

/**
 * True where a request that changes something comes from a page of ours. Every browser of today sends Origin with a
 * form or fetch that is not a GET; a request with neither header is no browser's and is refused.
 */
export function isSameOrigin(headers: { origin?: string; fetchSite?: string; host?: string }, origin: string): boolean {
  if (headers.fetchSite !== undefined && headers.fetchSite !== "same-origin") return false;
  if (headers.origin === undefined) return headers.fetchSite === "same-origin";
  if (headers.origin === origin) return true;
  // On one's own machine the same server answers to several names and, in tests, on any port.
  return isLoopback(headers.host ?? "") && headers.origin === `http://${headers.host}`;
}

/** Refuses, by `refuse`, every request that changes something and does not come from a page of ours. */
export function sameOriginOnly({ origin }: Options, refuse: Handler): Handler {
  return (request, response, next) => {
    if (readingMethods.includes(request.method)) return next();
    const headers = {
      origin: request.get("origin"),
      fetchSite: request.get("sec-fetch-site"),
      host: request.get("host"),
    };
    if (!isSameOrigin(headers, origin)) return refuse(request, response, next);
    // Remix compares Origin with Host once more, and a proxy may pass on another Host than the one the browser spoke to.
    request.headers.host = new URL(headers.origin ?? origin).host;
    delete request.headers["x-forwarded-host"];
    next();
  };
}

/** Whether what is sent here is a file. */
export function isUpload({ path }: Pick<Request, "path">): boolean {
  return uploadPath.test(path);
}

/** Refuses, by `refuse`, a body over the limit, before it is read, and one that does not say how long it is. */
export function bodyLimit(refuse: Handler): Handler {
  return (request, response, next) => {
    // A file's form has a little around the file.
    const limit = isUpload(request) ? UPLOAD_LIMIT_BYTES + BODY_LIMIT_BYTES : BODY_LIMIT_BYTES;
    const tooLong = Number(request.get("content-length") ?? 0) > limit;
    if (tooLong || request.get("transfer-encoding") !== undefined) return refuse(request, response, next);
    next();
  };
}

/** Refuses, by `refuse`, what is posted in any other shape than a form's. */
export function formsOnly(refuse: Handler): Handler {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
  return (request, response, next) => {
    if (request.method === "POST" && !isForm.test(request.get("content-type") ?? ""))
      return refuse(request, response, next);
    next();
  };
}
