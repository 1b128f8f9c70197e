// Text in our Word files: plain, in the reader's own heading styles.
import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from "docx";

// XML 1.0 has no signs for these, and Word refuses a file that holds one. All else stands as it was typed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `size`: in half points. `colour`: hexadecimal, without #. */
export type Look = { bold?: boolean; size?: number; colour?: string };

export function runs(text: string, { bold = false, size, colour }: Look = {}): TextRun[] {
  return text
    .replace(unwritable, "")
    .split("\n")
    .map((line, at) => new TextRun({ text: line, bold, size, color: colour, break: at === 0 ? 0 : 1 }));
}

export function title(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: runs(text) });
}

/** `id`: what a table of contents leads to. `isNewPage`: a chapter that begins on one. */
type HeadingOptions = { id?: string; isNewPage?: boolean };

function headed(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], options: HeadingOptions) {
  const { id, isNewPage = false } = options;
  const children: ParagraphChild[] = id ? [new Bookmark({ id, children: runs(text) })] : runs(text);
  return new Paragraph({ heading: level, keepNext: true, pageBreakBefore: isNewPage, children });
}

export function heading(text: string, options: HeadingOptions = {}): Paragraph {
  return headed(text, HeadingLevel.HEADING_1, options);
}

export function subheading(text: string, options: HeadingOptions = {}): Paragraph {
  return headed(text, HeadingLevel.HEADING_2, options);
}

/** What is bold leads to the next and stands on its page. `before`: room over it, in twentieths of a point, as after a table. */
type ParagraphLook = Look & { keepNext?: boolean; before?: number };

export function paragraph(text: string, { before = 0, keepNext, ...look }: ParagraphLook = {}): Paragraph {
  const isLeading = keepNext ?? look.bold ?? false;
  return new Paragraph({ children: runs(text, look), spacing: { before, after: 120 }, keepNext: isLeading });
}

/** What stands over a table or under a picture. */
export function caption(text: string): Paragraph {
  return new Paragraph({ style: "Caption", keepNext: true, children: runs(text) });
}

/** Text that explains, smaller and lighter than the rest. */
export function note(text: string): Paragraph {
  return new Paragraph({ style: "Note", children: runs(text) });
}

/** What one must know before reading on: on a tinted ground. */
export function callout(text: string): Paragraph {
  return new Paragraph({
    children: runs(text, { bold: true }),
    shading: { type: ShadingType.CLEAR, fill: "FFF1DC", color: "auto" },
    spacing: { before: 120, after: 160 },
    alignment: AlignmentType.LEFT,
  });
}

/** One of a list of points. `lead`: its first words, bold. */
export function bullet(text: string, lead = ""): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    spacing: { after: 60 },
    children: [...runs(lead, { bold: true }), ...runs(text)],
  });
}

export function pageBreak(): Paragraph {
  return new Paragraph({ children: [new PageBreak()] });
}
