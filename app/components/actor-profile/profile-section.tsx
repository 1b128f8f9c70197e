import { shareRadar } from "#charts/share-radar.ts";
import type { ActorProfile, ProfileCapability } from "#domain/actor-profile.ts";
import { besideText, othersName, othersText, surenessText } from "#text/profile.ts";
import { percentText } from "#text/results.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { type Column, DataTable } from "../data-table.tsx";

type ProfileSectionProps = {
  profile: ActorProfile;
  actor: { id: string; name: string; shortName: string };
  year: number;
  source: string;
};

/** With fewer there is no shape to see. */
const fewestAxes = 3;

function columnsFor(shortName: string, otherCount: number): Column<ProfileCapability>[] {
  return [
    { key: "name", head: "Grundförmåga", cell: ({ capability, name }) => `${capability} ${name}` },
    { key: "own", head: shortName, number: true, cell: ({ own }) => <b>{percentText(own.shareMeeting)}</b> },
    { key: "of", head: "Når", number: true, cell: ({ own }) => othersText({ others: own }) },
    ...(otherCount > 0
      ? [
          {
            key: "others",
            head: "Andra",
            number: true,
            cell: ({ others }: ProfileCapability) => percentText(others.shareMeeting),
          },
          {
            key: "coverage",
            head: "Andra har svarat",
            number: true,
            cell: ({ others }: ProfileCapability) => `${others.answered} av ${others.applicable}`,
          },
        ]
      : []),
  ];
}

/** Only for who may see other actors: the actor beside its category, and how sure it is. No rank. */
export function ActorProfileSection({ profile, actor, year, source }: ProfileSectionProps) {
  const { capabilities, otherCount } = profile;
  const points = capabilities.map(({ capability, name, own, others }) => ({
    ...{ capability, name },
    now: own.shareMeeting,
    before: others.shareMeeting,
  }));
  const isDrawn = points.filter(({ now }) => now !== null).length >= fewestAxes;
  const beside = otherCount > 0 ? othersName(profile) : null;
  return (
    <section className="beside">
      <h2>Bredvid kategorin</h2>
      <ChartFigure
        chart={isDrawn ? (use) => shareRadar({ points, year: actor.shortName, sinceYear: beside }, use) : null}
        says={besideText(profile)}
        shape="radar"
        picture={{
          title: `${actor.name} ${year}: andel delförmågor som når lägstanivån`,
          source,
          fileName: `profil-${actor.id}-${year}`,
        }}
      >
        <DataTable
          asList
          caption="Andel som når lägstanivån, av det som besvarats"
          rows={capabilities}
          rowKey={({ capability }) => String(capability)}
          columns={columnsFor(actor.shortName, otherCount)}
        />
        <p className="note">{surenessText(profile)}</p>
      </ChartFigure>
    </section>
  );
}
