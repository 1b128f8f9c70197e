import { momentText } from "#text/dates.ts";
import { observationHints, ownerName } from "#text/occurrences.ts";
import { ObservationForm, type SubName } from "./observation-form.tsx";
import type { OccurrenceFailure } from "./occurrence-form.tsx";

export type Observation = {
  number: number;
  revision: number;
  actorId: string | null;
  actorName: string | null;
  code: string;
  name: string;
  worked: string;
  shortcomings: string;
  savedAt: string;
  savedByName: string | null;
  isOwn: boolean;
};
export type NotePlace = { saveId: string; subs: SubName[]; failure?: OccurrenceFailure; isOffice: boolean };

function ObservationItem({ observation, place }: { observation: Observation; place: NotePlace | null }) {
  const { number, revision, code, name, worked, shortcomings, savedAt, savedByName, isOwn } = observation;
  return (
    <li>
      <p>
        <b>
          <span className="codeh">{code}</span> {name}
        </b>
      </p>
      {worked && <p className="typed">Fungerade: {worked}</p>}
      {shortcomings && <p className="typed">Fungerade inte: {shortcomings}</p>}
      <p className="measure-facts">
        Sparad {momentText(savedAt)}
        {savedByName && ` av ${savedByName}`}
      </p>
      {place && isOwn && (
        <details open={place.failure?.form === String(number)} key={revision}>
          <summary>
            Ändra <span className="sr-only">iakttagelsen om {code}</span>
          </summary>
          <ObservationForm
            {...place}
            observation={observation}
            hint={observationHints[place.isOffice ? "office" : "actor"]}
          />
        </details>
      )}
    </li>
  );
}

/** What was observed, by whom: the office about all together, each actor about itself. `place`: null where nothing can be noted. */
export function Observations({ observations, place }: { observations: Observation[]; place: NotePlace | null }) {
  const owners = [...new Set(observations.map(({ actorId }) => actorId))];
  const own = observations.filter(({ isOwn }) => isOwn).length;
  return (
    <section className="measure-section">
      <h2>Iakttagelser</h2>
      {observations.length === 0 && <p className="empty">Ingenting är noterat än.</p>}
      {owners.map((owner) => {
        const theirs = observations.filter(({ actorId }) => actorId === owner);
        return (
          <section key={owner ?? ""} aria-label={`Iakttagelser, ${ownerName(theirs[0] ?? { actorName: null })}`}>
            <h3>{ownerName(theirs[0] ?? { actorName: null })}</h3>
            <ul className="measures">
              {theirs.map((observation) => (
                <ObservationItem key={observation.number} observation={observation} place={place} />
              ))}
            </ul>
          </section>
        );
      })}
      {place && (
        <details key={`ny-${own}`} open={own === 0 || place.failure?.form === "ny"}>
          <summary>Lägg till en iakttagelse</summary>
          <ObservationForm {...place} hint={observationHints[place.isOffice ? "office" : "actor"]} />
        </details>
      )}
    </section>
  );
}
