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

function baseName({ year, isCouncil }: Omit<Asked, "format">): string {
  return isCouncil ? `underlag-radet-${year}` : `underlag-${year}`;
}

/** What the files of a basis are called, without making them. */
export function basisFileNames(asked: Asked): string[] {
  const name = baseName(asked);
  if (asked.format === "csv" && !asked.isCouncil) return ["cells.csv", "regional.csv", "measures.csv"];
  return asked.format === "json" ? [`${name}.json`, `${name}.schema.json`] : [`${name}.${asked.format}`];
}

/** The basis of a year in one format: all of it, or what the council may read. Everything in the files is of one moment. */
export async function exportBasis(db: Db, asked: Asked, making: Making): Promise<BasisExport> {
  const { year, format, isCouncil } = asked;
  const name = baseName(asked);
  if (isCouncil) {
    const basis = loadCouncilBasis(db, year, making);
    if (!basis) return { ok: false, problem: "unknown_round" };
    if ("waits" in basis) return { ok: false, problem: "not_released" };
    return { ok: true, files: await councilFiles[format](basis, name) };
  }
  const basis = loadPlanningBasis(db, year, making);
  if (!basis) return { ok: false, problem: "unknown_round" };
  return { ok: true, files: await files[format](basis, name) };
}

type Writer<Basis> = (basis: Basis, name: string) => BasisFile[] | Promise<BasisFile[]>;

const files: Record<BasisFormat, Writer<PlanningBasis>> = {
  docx: async (basis, name) => [{ name: `${name}.docx`, content: await planningBasisDocx(basis) }],
  xlsx: async (basis, name) => [{ name: `${name}.xlsx`, content: await planningBasisXlsx(basis) }],
  csv: (basis) => [
    { name: "cells.csv", content: cellsCsv(basis) },
    { name: "regional.csv", content: regionalCsv(basis) },
    { name: "measures.csv", content: measuresCsv(basis) },
  ],
  json: jsonFiles,
};

const councilFiles: Record<BasisFormat, Writer<CouncilBasis>> = {
  docx: async (basis, name) => [{ name: `${name}.docx`, content: await councilBasisDocx(basis) }],
  xlsx: async (basis, name) => [{ name: `${name}.xlsx`, content: await councilBasisXlsx(basis) }],
  csv: (basis, name) => [{ name: `${name}.csv`, content: councilCsv(basis) }],
  json: jsonFiles,
};

function jsonFiles(basis: PlanningBasis | CouncilBasis, name: string): BasisFile[] {
  return [
    { name: `${name}.json`, content: basisJson(basis) },
    { name: `${name}.schema.json`, content: basisJsonSchema(basis) },
  ];
}
