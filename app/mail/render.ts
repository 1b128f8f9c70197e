import { escapeHtml } from "#text/html.ts";
import type { Draft } from "./drafts.ts";

/** A message as it leaves: the same words as plain text and as HTML. */
export type Message = { subject: string; text: string; html: string };

const SENDER_LINE = "Förmågekollen · Samverkan Stockholmsregionen";

/** A name with a line break in it could otherwise begin a header line of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function textOf({ paragraphs, link, why }: Draft): string {
  return ["Hej!", ...paragraphs, `${link.label}:\n${link.url}`, "--", why.join("\n"), SENDER_LINE, ""]
    .join("\n\n")
    .trimEnd();
}

// Mail programs keep neither stylesheets nor classes, so the little look there is stands in the elements.
function htmlOf({ subject, paragraphs, link, why }: Draft): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const url = escapeHtml(link.url);
  const button = `<p style="margin:0 0 8px"><a href="${url}" style="display:inline-block;padding:10px 18px;background:#0b4f7d;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(link.label)}</a></p>`;
  const address = `<p style="margin:0 0 24px;font-size:13px;color:#52616f">Fungerar inte knappen? Kopiera adressen: ${url}</p>`;
  const foot = [...why, SENDER_LINE].map((line) => `<p style="margin:0 0 6px">${escapeHtml(line)}</p>`).join("");
  return [
    '<!doctype html><html lang="sv"><head><meta charset="utf-8">',
    `<title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#14202b;background:#ffffff"><div style="max-width:600px">',
    ["Hej!", ...paragraphs].map(paragraph).join(""),
    button,
    address,
    `<div style="border-top:1px solid #d9e0e6;padding-top:12px;font-size:13px;color:#52616f">${foot}</div>`,
    "</div></body></html>",
  ].join("");
}

/** One source, both forms: plain text and HTML with everything escaped and nothing fetched from anywhere. */
export function renderDraft(draft: Draft): Message {
  const subject = oneLine(draft.subject);
  return { subject, text: textOf(draft), html: htmlOf({ ...draft, subject }) };
}
