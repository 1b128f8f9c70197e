// The demo's measures: what the actors meant to do about their shortcomings, and what they took over or ended when the next round asked.
import type { Db } from "#db/client.server.ts";
import type { MeasureDecision, MeasureState } from "#domain/measure.ts";
import { decideMeasure } from "#usecases/decide-measure.ts";
import { noteMeasure } from "#usecases/save-measure.ts";
import { viewMeasures } from "#usecases/view-measures.ts";
import { done } from "./done.ts";
import { draw } from "./draw.ts";

const texts = [
  "Öva larmkedjan två gånger, en av dem utan förvarning.",
  "Skriva ned rutinen på en sida och gå igenom den med alla som är i beredskap.",
  "Utbilda tio personer till, så att alla pass är täckta.",
  "Skaffa fler terminaler och programmera talgrupperna.",
  "Bestämma vem som beslutar på kvällar och helger, och skriva in det i delegationsordningen.",
  "Delta i vårens samverkansövning och utvärdera den tillsammans med grannarna.",
];
const holders = ["Säkerhetsenheten", "Beredskapssamordnaren", "Kommunikationsenheten", "Ledningsstaben", "IT-enheten"];
const notes: Record<MeasureState, string> = {
  not_started: "Väntar på budgetbeslut.",
  ongoing: "Hälften är gjort.",
  done: "",
  cancelled: "Ersatt av en gemensam upphandling.",
};

function drawn<T>(list: readonly T[], ...of: (string | number)[]): T {
  return list[Math.floor(draw(...of) * list.length)] as T;
}

function dueDays(year: number): string[] {
  return ["03-31", "06-30", "10-31", "12-31"].map((day) => `${year + 1}-${day}`);
}

type Assessment = { year: number; actorId: string; personId: string; now: Date };

/** Plays what one actor notes for its shortcomings of the year, and what it says of the years before; before it submits. */
export function playMeasures(db: Db, { year, actorId, personId, now }: Assessment): void {
  const by = { now, personId, role: "coordinator" as const };
  const key = { year, actorId };
  const found = viewMeasures(db, key, by);
  if (!found.ok) return;
  for (const { code, isShort, earlier } of found.view.groups) {
    for (const { year: of, number, before, holder } of earlier) {
      const chance = draw("measure state", actorId, of, number, year);
      // Some have not got round to it yet.
      if (chance < 0.25) continue;
      const state: MeasureState =
        chance < 0.4 ? "not_started" : chance < 0.7 ? "ongoing" : chance < 0.95 ? "done" : "cancelled";
      const said = before?.state === "ongoing" && state === "not_started" ? "ongoing" : state;
      const saveId = `demo-state-${year}-${actorId}-${of}-${number}`;
      const place = { ...key, saveId, measure: { year: of, number }, baseRevision: 0 };
      const note = notes[said];
      const decision: MeasureDecision =
        said === "done" || said === "cancelled"
          ? { state: said, note }
          : { state: said, note, holder, dueDay: drawn(dueDays(year), "new due", actorId, code, year) };
      done(decideMeasure(db, { ...place, decision }, by));
    }
    if (!isShort || draw("measure", actorId, code, year) > 0.6) continue;
    const content = {
      what: drawn(
        texts.filter((text) => !earlier.some(({ what }) => what === text)),
        ...["what", actorId, code, year],
      ),
      holder: drawn(holders, "holder", actorId, code, year),
      dueDay: drawn(dueDays(year), "due", actorId, code),
    };
    done(noteMeasure(db, { ...key, code, saveId: `demo-measure-${year}-${actorId}-${code}`, content }, by));
  }
}
