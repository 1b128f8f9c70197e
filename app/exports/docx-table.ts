// Tables in our Word files: fixed columns, a head that repeats on every page, a name for who cannot see them.
import {
  AlignmentType,
  BorderStyle,
  BuilderElement,
  type ITableOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { type Look, runs } from "./docx-text.ts";

const line = { style: BorderStyle.SINGLE, size: 4, color: "C9D2DA" };
const noLine = { style: BorderStyle.NONE, size: 0, color: "auto" };
const headFill = "EEF3F8";

/** A cell of a table: text, or text with its look; `fill`: the colour of its ground; `span`: how many columns it takes. */
export type CellText = string | ({ bold: string } & Partial<StyledCell>) | StyledCell;
export type StyledCell = Omit<Look, "bold"> & {
  text: string;
  isBold?: boolean;
  fill?: string;
  span?: number;
  align?: "left" | "center" | "right";
};

/**
 * `numbers`: columns aligned to the right. `size`: of the text, in half points. `name`: what the table holds, read aloud.
 * `margins`: around the text of a cell, in twentieths of a point. `heads`: more than one row of heads.
 */
export type TableOptions = {
  name?: string;
  numbers?: readonly number[];
  size?: number;
  margins?: { x: number; y: number };
  lines?: "rows" | "none" | "grid";
  /** The height of a line of text, exactly, in twentieths of a point; else as the text needs. */
  lineHeight?: number;
};

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

function styled(cell: CellText): StyledCell {
  if (typeof cell === "string") return { text: cell };
  return "bold" in cell ? { ...cell, text: cell.bold, isBold: true } : cell;
}

/** Word reads a table's name aloud; the library has no word for it. */
class NamedTable extends Table {
  constructor(options: ITableOptions, name: string) {
    super(options);
    const [properties] = this.root;
    if (typeof properties !== "object") return;
    for (const element of ["w:tblCaption", "w:tblDescription"])
      properties.addChildElement(
        new BuilderElement({ name: element, attributes: { value: { key: "w:val", value: name } } }),
      );
  }
}

/** Rows of cells, of which the first `heads` repeat on every page. `widths`: of the columns, in twentieths of a point. */
export function grid(widths: readonly number[], rows: CellText[][], heads: number, options: TableOptions = {}): Table {
  const { name = "", margins = { x: 80, y: 50 }, lines = "rows" } = options;
  const inside = {
    insideHorizontal: lines === "none" ? noLine : line,
    insideVertical: lines === "grid" ? line : noLine,
  };
  const outside = lines === "rows" ? line : noLine;
  const side = lines === "grid" ? line : noLine;
  const table = {
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: lines === "grid" ? line : outside,
      bottom: lines === "grid" ? line : outside,
      ...inside,
      left: side,
      right: side,
    },
    margins: { top: margins.y, bottom: margins.y, left: margins.x, right: margins.x },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at < heads,
          cantSplit: true,
          children: cellsOf(row, widths, options, at < heads),
        }),
    ),
  };
  return new NamedTable(table, name);
}

function cellsOf(
  row: CellText[],
  widths: readonly number[],
  { numbers = [], size, lineHeight }: TableOptions,
  isHead: boolean,
) {
  let column = 0;
  const spacing = lineHeight ? { line: lineHeight, lineRule: LineRuleType.EXACT } : undefined;
  return row.map((each) => {
    const { text, isBold = isHead, fill = isHead ? headFill : undefined, span = 1, align, ...look } = styled(each);
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    const alignment = alignments[align ?? (numbers.includes(column) ? "right" : "left")];
    column += span;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: span,
      verticalAlign: isHead ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: "auto" } } : {}),
      children: [new Paragraph({ alignment, spacing, children: runs(text, { size, ...look, bold: isBold }) })],
    });
  });
}

/** A table whose first row repeats on every page. `widths`: of the columns, in twentieths of a point. */
export function table(widths: readonly number[], heads: CellText[], rows: CellText[][], options?: TableOptions): Table {
  return grid(widths, [heads, ...rows], 1, options);
}

/** Facts about a document: what, and what it is. */
export function infoTable(name: string, facts: readonly (readonly [string, string])[]): Table {
  const rows = facts.map(([what, is]): CellText[] => [{ text: what, colour: "52616F" }, is]);
  return grid([2300, 7900], rows, 0, { name, size: 19, margins: { x: 80, y: 30 } });
}
