import type { ActorProfile, ProfileCapability } from "#domain/actor-profile.ts";
import { categoryName, listText, percentText } from "./results.ts";

/** "2 Informationsdela: 60 % mot 71 % hos de andra i kategorin". Where the actor stands furthest under and over the others, in words. */
export function besideText({ capabilities, category, otherCount }: ActorProfile): string {
  if (otherCount === 0)
    return `Aktören är ensam i kategorin ${categoryName(category).toLowerCase()}, så det finns inget att ställa den bredvid.`;
  const both = capabilities.flatMap(({ capability, name, own, others }) =>
    own.shareMeeting === null || others.shareMeeting === null
      ? []
      : [{ where: `${capability} ${name}`, own: own.shareMeeting, others: others.shareMeeting }],
  );
  if (both.length === 0) return "Det finns inte svar och lägstanivåer nog för att ställa aktören bredvid sin kategori.";
  const under = both.filter((each) => percentText(each.own) !== percentText(each.others) && each.own < each.others);
  const list = under.map(({ where, own, others }) => `${where} (${percentText(own)} mot ${percentText(others)})`);
  const where = both.length === capabilities.length ? "alla grundförmågor" : "de grundförmågor som kan jämföras";
  return under.length === 0
    ? `Andelen som når lägstanivån är i ${where} minst lika hög som hos de andra i kategorin.`
    : `Andelen som når lägstanivån är lägre än hos de andra i kategorin i ${listText(list)}.`;
}

/** "Säkerhet i svaren: 4 låg, 12 medel, 10 hög. Låg säkerhet på hög nivå: 2:5 och 3:1." */
export function surenessText({ confidence: { low, medium, high }, doubtful }: ActorProfile): string {
  const doubt = doubtful.length > 0 ? ` Låg säkerhet på hög nivå: ${listText(doubtful)}.` : "";
  return `Säkerhet i svaren: ${low} låg, ${medium} medel, ${high} hög.${doubt}`;
}

/** "15 av 23, svar från 24 av 25": how the others stand in one sub-capability. */
export function othersText({ others }: Pick<ProfileCapability, "others">): string {
  const judged = others.meetsMinimum + others.notMeeting;
  return judged === 0 ? "–" : `${others.meetsMinimum} av ${judged}`;
}

/** "Andra i kategorin (25)". */
export function othersName({ otherCount }: ActorProfile): string {
  return `Andra i kategorin (${otherCount})`;
}
