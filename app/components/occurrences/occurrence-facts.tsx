import { Notice } from "#components/notice.tsx";
import { dayText, momentText } from "#text/dates.ts";
import { ownerName } from "#text/occurrences.ts";
import { actorsText } from "#text/plan.ts";

type Facts = {
  day: string;
  isRemoved: boolean;
  reason: string;
  actorName: string | null;
  savedAt: string;
  savedByName: string | null;
  participants: { id: string; name: string }[];
};

/** When it was, who took part, and who recorded it. */
export function OccurrenceFacts({ occurrence }: { occurrence: Facts }) {
  const { day, isRemoved, reason, savedAt, savedByName, participants } = occurrence;
  const by = savedByName ? ` av ${savedByName}` : "";
  const owner = ownerName(occurrence);
  return (
    <>
      {isRemoved && (
        <Notice kind="warning">
          Borttagen {momentText(savedAt)}
          {by}: <span className="typed">{reason}</span>
        </Notice>
      )}
      <dl className="facts-list" id="handelse">
        <dt>Dag</dt>
        <dd>{dayText(day)}</dd>
        <dt>Deltog</dt>
        <dd>
          {actorsText(participants.length)}: {participants.map(({ name }) => name).join(", ")}
        </dd>
        <dt>Registrerad av</dt>
        <dd>
          {owner}, sparad {momentText(savedAt)}
          {savedByName !== owner && by}
        </dd>
      </dl>
    </>
  );
}
