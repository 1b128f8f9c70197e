import { asc, eq, type SQL } from "drizzle-orm";
import type { CommonFunctionContent } from "#domain/common-function.ts";
import { commonFunctionContentSchema } from "#domain/common-function-schema.ts";
import { type Db, tables } from "../client.server.ts";

const { commonFunctionRevision, person } = tables;

export type CommonFunctionSave = Omit<typeof commonFunctionRevision.$inferSelect, "content"> & {
  content: CommonFunctionContent;
  savedByName: string | null;
};

/** Every save of the year's answers for common functions, oldest first. */
export function listCommonFunctionSaves(db: Db, year: number): CommonFunctionSave[] {
  return listWhere(db, eq(commonFunctionRevision.year, year));
}

/** The save made under an id, of whatever year; undefined where there is none. */
export function findCommonFunctionSave(db: Db, saveId: string): CommonFunctionSave | undefined {
  return listWhere(db, eq(commonFunctionRevision.saveId, saveId))[0];
}

function listWhere(db: Db, condition: SQL): CommonFunctionSave[] {
  return db
    .select()
    .from(commonFunctionRevision)
    .leftJoin(person, eq(person.id, commonFunctionRevision.savedBy))
    .where(condition)
    .orderBy(asc(commonFunctionRevision.revision))
    .all()
    .map(({ common_function_revision: row, person: by }) => ({
      ...row,
      content: commonFunctionContentSchema.parse(JSON.parse(row.content)),
      savedByName: by?.name ?? null,
    }));
}

/** Appends a revision; the primary key refuses a number that is taken. */
export function insertCommonFunctionSave(db: Db, { content, ...row }: Omit<CommonFunctionSave, "savedByName">): void {
  db.insert(commonFunctionRevision)
    .values({ ...row, content: JSON.stringify(content) })
    .run();
}
