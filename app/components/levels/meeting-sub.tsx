import type { LevelAnchor } from "#domain/definition.ts";
import { brokenText } from "#text/changes.ts";
import { groupHeading } from "#text/levels.ts";
import { belowText, changeNames, levelsText, motiveText, stricterText, tooFewText } from "#text/proposal.ts";
import { percentText } from "#text/results.ts";
import { BelowNames, type ShownActor } from "./below-names.tsx";
import { LevelBar } from "./level-bar.tsx";
import type { Line, Sub } from "./proposal-rows.ts";

type View = {
  lastYear: number | null;
  baselineYear: number | null;
  scale: LevelAnchor[];
  actors: ShownActor[];
  basis: { year: number } | null;
};

type LineBlockProps = { line: Line; view: View; broken: string | null; stricter: Line[] };

function LineBlock({ line, view, broken, stricter }: LineBlockProps) {
  const chosen = line.tried?.candidates.find(({ minimum }) => minimum === line.minimum);
  const anchor = view.scale.find(({ level }) => level === line.minimum);
  return (
    <section className="meeting-line" aria-label={groupHeading(line.group)}>
      <h2>
        {groupHeading(line.group)}{" "}
        {line.change !== "same" && <span className={`tag change ${line.change}`}>{changeNames[line.change]}</span>}
      </h2>
      <div className="levels-row">
        <div>
          <span>Lägstanivå</span>
          <b className={line.minimum === null ? "level none" : "level min"}>{line.minimum ?? "–"}</b>
        </div>
        <div>
          <span>Ambitionsnivå</span>
          <b className={line.ambition === null ? "level none" : "level amb"}>{line.ambition ?? "–"}</b>
        </div>
        <div>
          <span>{view.baselineYear === null ? "Tidigare" : `Gäller ${view.baselineYear}`}</span>
          <b className="level was">{levelsText(line.baseline)}</b>
        </div>
        <div className="says">
          <span>Med de svar som finns</span>
          <b>
            {!line.tried && "Ingen har svarat"}
            {broken ?? (line.tried?.isTooFew && tooFewText(line.tried))}
            {chosen && belowText(chosen.below.length)}
            {line.tried && !line.tried.isTooFew && !chosen && "Ingen lägstanivå"}
          </b>
          {chosen && (
            <small>
              av {line.tried?.answered} som svarat {view.basis?.year}
            </small>
          )}
        </div>
      </div>
      {anchor && (
        <p>
          <b>
            Nivå {anchor.level} {anchor.name.toLowerCase()}:
          </b>{" "}
          {anchor.anchor}
        </p>
      )}
      {chosen && stricter.length > 0 && <p className="note">{stricterText(stricter)}</p>}
      {chosen && chosen.below.length > 0 && <BelowNames ids={chosen.below} actors={view.actors} />}
      {line.tried && !line.tried.isTooFew && (
        <p className="other-candidates">
          Under vid annan lägstanivå:{" "}
          {line.tried.candidates
            .filter(({ minimum }) => minimum !== line.minimum)
            .map(({ minimum, below }) => `nivå ${minimum}: ${below.length}`)
            .join(" · ")}
        </p>
      )}
      {motiveText(line) && <p className="typed">{motiveText(line)}</p>}
    </section>
  );
}

/** Beside the line for all actors: the groups that more is asked of. */
function stricterThan({ group, minimum }: Line, { lines }: Sub): Line[] {
  if (group !== "all") return [];
  return lines.filter((line) => line.group !== "all" && (line.minimum ?? 0) > (minimum ?? 0));
}

/** One sub-capability, to be read from the far end of a room: what is proposed, who would be below, and what last year gave. */
export function MeetingSub({ sub, view }: { sub: Sub; view: View }) {
  const broken = sub.basisBroken && view.basis && brokenText(view.basis.year, sub.basisBroken);
  return (
    <>
      {sub.lines.map((line) => (
        <LineBlock key={line.key} line={line} view={view} broken={broken} stricter={stricterThan(line, sub)} />
      ))}
      {sub.lastBroken && view.lastYear !== null && <p className="note">{brokenText(view.lastYear, sub.lastBroken)}</p>}
      {sub.last && (
        <section className="meeting-last">
          <h2>Regionen {view.lastYear}</h2>
          <LevelBar {...sub.last} levels={view.scale} id="rutor" apart={4} />
          <p className="note">
            Antal aktörer på varje nivå.{" "}
            {sub.last.shareMeeting !== null && `${percentText(sub.last.shareMeeting)} når lägstanivån, `}
            {sub.last.answered} av {sub.last.applicable} har svarat.
          </p>
        </section>
      )}
    </>
  );
}
