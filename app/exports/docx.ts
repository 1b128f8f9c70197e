// A whole Word file of ours: A4 in Swedish, in the reader's own heading and table styles, nothing that runs or fetches. The blocks
// it is built of: docx-text, docx-table, docx-picture, docx-contents.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IPropertiesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { runs } from "./docx-text.ts";

export { type CellText, table } from "./docx-table.ts";
export { heading, paragraph, subheading, title } from "./docx-text.ts";

export type Block = Paragraph | Table;
export type Section = { blocks: Block[]; isLying?: boolean };

const margin = 850;
const font = "Calibri";
const ink = "14202B";
const accent = "0B4F7D";
const mute = "52616F";

const styles: IPropertiesOptions["styles"] = {
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: "sv-SE" } },
      paragraph: { spacing: { line: 259, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 44, bold: true, color: ink },
      paragraph: { spacing: { before: 0, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font, size: 30, bold: true, color: accent },
      paragraph: { spacing: { before: 280, after: 100, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading2: {
      run: { font, size: 24, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 80, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading3: { run: { font, size: 21, bold: true, color: ink }, paragraph: { spacing: { before: 160, after: 40 } } },
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { size: 19, bold: true, color: ink },
      paragraph: { spacing: { before: 160, after: 60 } },
    },
    {
      id: "Note",
      name: "Note",
      basedOn: "Normal",
      run: { size: 18, color: mute },
      paragraph: { spacing: { before: 60, after: 120 } },
    },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { size: 17, color: mute },
    },
    {
      id: "ContentsHeading",
      name: "Contents heading",
      basedOn: "Normal",
      run: { font, size: 24, bold: true, color: ink },
      paragraph: { spacing: { after: 80 } },
    },
    { id: "TOC1", name: "toc 1", basedOn: "Normal", paragraph: { spacing: { after: 30 } } },
  ],
};

/** `mark`: what stands at the head of every page. `author`: who made it, else the tool. */
export type WordDocument = { name: string; footer: string; mark?: string; author?: string };

/** A Word file of sections, each standing or lying, with `footer` and "Sida x av y" at the foot of every page. */
export function wordDocument(
  { name, footer, mark, author = "Förmågekollen" }: WordDocument,
  sections: Section[],
): Promise<Buffer> {
  const numbers = ["Sida ", PageNumber.CURRENT, " av ", PageNumber.TOTAL_PAGES];
  const foot = new Paragraph({
    style: "Footer",
    children: [...runs(`${footer}  ·  `), ...numbers.map((part) => new TextRun({ children: [part] }))],
  });
  const head = new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(mark ?? "", { bold: true, size: 18 }) });
  const document = new Document({
    title: name,
    creator: author,
    lastModifiedBy: "Förmågekollen",
    styles,
    sections: sections.map(({ blocks, isLying = false }) => ({
      properties: {
        page: {
          size: {
            width: 11906,
            height: 16838,
            orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: 1000, bottom: margin, left: margin, right: margin, header: 400, footer: 400 },
        },
      },
      headers: mark === undefined ? {} : { default: new Header({ children: [head] }) },
      footers: { default: new Footer({ children: [foot] }) },
      children: blocks,
    })),
  });
  return Packer.toBuffer(document);
}

type WordFile = Omit<WordDocument, "author"> & { isLying?: boolean };

/** A Word file of one section. */
export function wordFile({ isLying = false, ...file }: WordFile, blocks: Block[]): Promise<Buffer> {
  return wordDocument(file, [{ blocks, isLying }]);
}
