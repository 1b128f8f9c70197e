// A table of contents that is filled in from the beginning, and that Word fills in with page numbers when the reader updates it.
import { InternalHyperlink, Paragraph, Run, TextRun, XmlComponent } from "docx";

class FieldPart extends XmlComponent {
  constructor(kind: "begin" | "separate" | "end") {
    super("w:fldChar");
    this.root.push({ _attr: { "w:fldCharType": kind } } as never);
  }
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super("w:instrText");
    this.root.push({ _attr: { "xml:space": "preserve" } } as never, text);
  }
}

function runOf(...parts: XmlComponent[]): Run {
  return new Run({ children: parts as never });
}

export type Chapter = { id: string; title: string };

/** Its heading, which is none of its chapters, and the links to them: `id` is that of the heading. */
export function contents(chapters: readonly Chapter[]): Paragraph[] {
  const begin = [
    runOf(new FieldPart("begin")),
    runOf(new Instruction(' TOC \\o "1-1" \\h \\z \\u ')),
    runOf(new FieldPart("separate")),
  ];
  const head = new Paragraph({ style: "ContentsHeading", keepNext: true, children: [new TextRun("Innehåll")] });
  const links = chapters.map(({ id, title }, at) => {
    const link = new InternalHyperlink({ anchor: id, children: [new TextRun({ text: title, color: "0B4F7D" })] });
    const end = at === chapters.length - 1 ? [runOf(new FieldPart("end"))] : [];
    return new Paragraph({ style: "TOC1", children: [...(at === 0 ? begin : []), link, ...end] });
  });
  return [head, ...links];
}
