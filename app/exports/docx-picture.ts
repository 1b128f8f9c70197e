import { AlignmentType, ImageRun, LineRuleType, Paragraph } from "docx";

/** A picture in its own paragraph. `width` and `height`: in pixels of 1/96 inch; `says`: what it shows, in words. */
export function picture(
  png: Buffer,
  { width, height, name, says }: { width: number; height: number; name: string; says: string },
): Paragraph {
  const altText = { name, title: name, description: says };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [new ImageRun({ type: "png", data: png, transformation: { width, height }, altText })],
  });
}
