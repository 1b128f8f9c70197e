import { escapeHtml } from "#text/html.ts";

/** A whole page in Swedish for what is refused before any route is asked. `stylesheets` are paths of built files. */
export function plainPage(heading: string, sentences: string[], stylesheets: string[]): string {
  const links = stylesheets.map((path) => `<link rel="stylesheet" href="${escapeHtml(path)}">`).join("");
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("");
  return `<!doctype html><html lang="sv" data-size="sm"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(heading)} – Förmågekollen</title>${links}</head><body><main class="narrow"><h1>${escapeHtml(heading)}</h1>${paragraphs}<p><a href="/">Till startsidan</a></p></main></body></html>`;
}
