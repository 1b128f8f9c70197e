import type { Db } from "#db/client.server.ts";
import { basisJson, basisJsonSchema } from "#exports/basis-json.ts";
import { cellsCsv } from "#exports/cells-csv.ts";
import { councilBasisDocx } from "#exports/council-basis-docx.ts";
import type { CouncilBasis } from "#exports/council-basis-schema.ts";
import { councilBasisXlsx } from "#exports/council-basis-xlsx.ts";
import { councilCsv } from "#exports/council-csv.ts";
import { measuresCsv } from "#exports/measures-csv.ts";
import { planningBasisDocx } from "#exports/planning-basis-docx.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { planningBasisXlsx } from "#exports/planning-basis-xlsx.ts";
import { regionalCsv } from "#exports/regional-csv.ts";
import type { Making } from "./basis-about.ts";
import { loadCouncilBasis } from "./load-council-basis.ts";
import { loadPlanningBasis } from "./load-planning-basis.ts";

export const basisFormats = ["docx", "xlsx", "csv", "json"] as const;
export type BasisFormat = (typeof basisFormats)[number];

/** A file of a basis. A text is complete, with its byte order mark where it has one. */
export type BasisFile = { name: string; content: string | Buffer };
export type BasisExport =
  | { ok: true; files: BasisFile[] }
  /** `not_released`: what the council reads does not exist before the release. */
  | { ok: false; problem: "unknown_round" | "not_released" };

type Asked = { year: number; format: BasisFormat; isCouncil: boolean };

/** The files of a format by name, each with its maker; `underlag` stands for the basis and its year. */
type Makers<Basis> = Record<BasisFormat, Record<string, (basis: Basis) => string | Promise<Buffer>>>;

const wholeMakers: Makers<PlanningBasis> = {
  docx: { "underlag.docx": planningBasisDocx },
  xlsx: { "underlag.xlsx": planningBasisXlsx },
  csv: { "cells.csv": cellsCsv, "regional.csv": regionalCsv, "measures.csv": measuresCsv },
  json: { "underlag.json": basisJson, "underlag.schema.json": basisJsonSchema },
};

const councilMakers: Makers<CouncilBasis> = {
  docx: { "underlag.docx": councilBasisDocx },
  xlsx: { "underlag.xlsx": councilBasisXlsx },
  csv: { "underlag.csv": councilCsv },
  json: { "underlag.json": basisJson, "underlag.schema.json": basisJsonSchema },
};

function nameOf(file: string, { year, isCouncil }: Omit<Asked, "format">): string {
  return file.replace("underlag", isCouncil ? `underlag-radet-${year}` : `underlag-${year}`);
}

/** What the files of a basis are called, without making them. */
export function basisFileNames(asked: Asked): string[] {
  return Object.keys((asked.isCouncil ? councilMakers : wholeMakers)[asked.format]).map((file) => nameOf(file, asked));
}

/** The basis of a year in one format: all of it, or what the council may read. Everything in the files is of one moment. */
export async function exportBasis(db: Db, asked: Asked, making: Making): Promise<BasisExport> {
  const { year, isCouncil } = asked;
  if (isCouncil) {
    const basis = loadCouncilBasis(db, year, making);
    if (!basis) return { ok: false, problem: "unknown_round" };
    if ("waits" in basis) return { ok: false, problem: "not_released" };
    return { ok: true, files: await made(basis, councilMakers, asked) };
  }
  const basis = loadPlanningBasis(db, year, making);
  if (!basis) return { ok: false, problem: "unknown_round" };
  return { ok: true, files: await made(basis, wholeMakers, asked) };
}

function made<Basis>(basis: Basis, makers: Makers<Basis>, asked: Asked): Promise<BasisFile[]> {
  return Promise.all(
    Object.entries(makers[asked.format]).map(async ([file, make]) => ({
      name: nameOf(file, asked),
      content: await make(basis),
    })),
  );
}
