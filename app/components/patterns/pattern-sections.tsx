import type { Patterns } from "#domain/pattern.ts";
import { actorsText } from "#text/patterns.ts";
import { causesText } from "#text/results.ts";
import { type Names, NamesLine, SubLink } from "./names-line.tsx";
import { PatternList } from "./pattern-list.tsx";

type SectionProps = { patterns: Patterns; names: Names; year: number };

/** "14 aktörer anger utbildning i 2:5." */
export function CauseSection({ patterns, names, year }: SectionProps) {
  const items = patterns.causes.map(({ code, cause, actors, of }) => ({
    key: `${code} ${cause}`,
    says: (
      <>
        <b>{actorsText(actors.length)}</b> anger <b>{causesText([cause])}</b> i{" "}
        <SubLink year={year} code={code} names={names} />
      </>
    ),
    detail: <NamesLine year={year} code={code} actors={actors} names={names} label={`Av ${of} som inte når:`} />,
  }));
  return (
    <PatternList
      title="Samma orsak"
      hint="Aktörer under lägstanivån, eller som inte kan bedöma, och som anger samma orsak. Ett gemensamt svar kan räcka."
      items={items}
      empty="Ingen orsak delas av två aktörer eller fler."
    />
  );
}

/** Those that fall short in the same sub-capability, and who could help them. */
export function GapSection({ patterns, names, year }: SectionProps) {
  const helpIn = new Map(patterns.help.map(({ code, couldHelp }) => [code, couldHelp]));
  const items = patterns.sharedGaps.map(({ code, below, unknown }) => ({
    key: code,
    says: (
      <>
        <b>{actorsText(below.length + unknown.length)}</b> når inte lägstanivån i{" "}
        <SubLink year={year} code={code} names={names} />
      </>
    ),
    detail: (
      <>
        <NamesLine year={year} code={code} actors={below} names={names} label="Under:" />
        <NamesLine year={year} code={code} actors={unknown} names={names} label="Kan inte bedöma:" />
        <NamesLine year={year} code={code} actors={helpIn.get(code) ?? []} names={names} label="Kan hjälpa:" />
      </>
    ),
  }));
  return (
    <PatternList
      title="Samma brist, och vilka som kan hjälpa"
      hint="Kan hjälpa: når ambitionsnivån eller, där ingen är beslutad, ligger över lägstanivån, och är inte osäker på sitt svar. Ordnade efter kategori och namn, ingen är rangordnad."
      items={items}
      empty="Ingen brist delas av två aktörer eller fler."
    />
  );
}

/** Those that fall short in the same two. */
export function PairSection({ patterns, names, year, pairCount }: SectionProps & { pairCount: number }) {
  const items = patterns.gapPairs.map(({ codes: [first, second], actors, ofFirst, ofSecond }) => ({
    key: `${first} ${second}`,
    says: (
      <>
        <b>{actorsText(actors.length)}</b> ligger under i både <SubLink year={year} code={first} names={names} /> och{" "}
        <SubLink year={year} code={second} names={names} />
      </>
    ),
    detail: (
      <NamesLine
        year={year}
        code={first}
        actors={actors}
        names={names}
        label={`Av ${ofFirst} i ${first} och ${ofSecond} i ${second}:`}
      />
    ),
  }));
  return (
    <PatternList
      title="Brister som följs åt"
      hint="Samma aktörer ligger under lägstanivån i två delförmågor: en insats kan gälla båda."
      of={pairCount}
      items={items}
      empty="Inga två delförmågor har samma två aktörer eller fler under lägstanivån."
    />
  );
}

/** High levels that rest on an uncertain judgement. */
export function DoubtfulSection({ patterns, names, year }: SectionProps) {
  const items = patterns.doubtful.map(({ code, actors }) => ({
    key: code,
    says: (
      <>
        <b>{actorsText(actors.length)}</b> {actors.length === 1 ? "är osäker" : "är osäkra"} på sin höga nivå i{" "}
        <SubLink year={year} code={code} names={names} />
      </>
    ),
    detail: <NamesLine year={year} code={code} actors={actors} names={names} />,
  }));
  return (
    <PatternList
      title="Hög nivå, låg säkerhet"
      hint="Aktörer som anger att alla indikatorer uppfylls eller mer, men låg säkerhet i svaret. Här är en övning eller ett samtal värt mest."
      items={items}
      empty="Ingen aktör har angett låg säkerhet för en hög nivå."
    />
  );
}
