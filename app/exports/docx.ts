// The building blocks of our Word files: plain text in the reader's own heading and table styles, nothing that runs or fetches.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

export type Block = Paragraph | Table;

// XML 1.0 has no signs for these, and Word refuses a file that holds one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function runs(text: string, bold: boolean): TextRun[] {
  return text
    .replace(unwritable, "")
    .split("\n")
    .map((line, at) => new TextRun({ text: line, bold, break: at === 0 ? 0 : 1 }));
}

export function title(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: runs(text, false) });
}

export function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: runs(text, false) });
}

export function subheading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: runs(text, false) });
}

/** What is bold leads to the next and stands on its page. `before`: room over it, in twentieths of a point, as after a table. */
export function paragraph(text: string, { bold = false, before = 0 } = {}): Paragraph {
  return new Paragraph({ children: runs(text, bold), keepNext: bold, spacing: { before, after: 120 } });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "B9C3CC" };
const noLine = { style: BorderStyle.NONE, size: 0, color: "auto" };
const twipsPerCell = { top: 50, bottom: 50, left: 80, right: 80 };

/** A cell of a table: text, bold where it is given so. */
export type CellText = string | { bold: string };

function cell(text: CellText, width: number): TableCell {
  const [words, bold] = typeof text === "string" ? [text, false] : [text.bold, true];
  return new TableCell({
    margins: twipsPerCell,
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ children: runs(words, bold) })],
  });
}

/** A table whose first row repeats on every page. `widths`: of the columns, in twentieths of a point. */
export function table(widths: number[], heads: string[], rows: CellText[][]): Table {
  const head = heads.map((text): CellText => ({ bold: text }));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: line, bottom: line, insideHorizontal: line, left: noLine, right: noLine, insideVertical: noLine },
    rows: [head, ...rows].map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: row.map((text, column) => cell(text, widths[column] ?? 0)),
        }),
    ),
  });
}

const margin = 850;

/** `mark`: what stands at the head of every page. */
type WordFile = { name: string; footer: string; isLying?: boolean; mark?: string };

/** A whole Word file in Swedish on A4, with the page's number and `footer` at its foot. */
export function wordFile({ name, footer, isLying = false, mark }: WordFile, blocks: Block[]): Promise<Buffer> {
  const foot = new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [...runs(`${footer}  ·  sida `, false), new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const head = new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(mark ?? "", true) });
  const page = {
    size: { width: 11906, height: 16838, orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  };
  const document = new Document({
    title: name,
    creator: "Förmågekollen",
    styles: {
      default: { document: { run: { font: "Calibri", size: 21, language: { value: "sv-SE" } }, paragraph: {} } },
    },
    sections: [
      {
        properties: { page },
        headers: mark === undefined ? {} : { default: new Header({ children: [head] }) },
        footers: { default: new Footer({ children: [foot] }) },
        children: blocks,
      },
    ],
  });
  return Packer.toBuffer(document);
}
