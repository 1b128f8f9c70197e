import type { BaseCapability, IndicatorGroup, SubCapability } from "#domain/definition.ts";
import { audienceNotes } from "#text/definition.ts";

function Group({ group }: { group: IndicatorGroup }) {
  const items = group.indicators.map(({ id, text, audience }) => (
    <li key={id}>
      {text} {audienceNotes[audience] && <span className="tag">{audienceNotes[audience]}</span>}
    </li>
  ));
  return (
    <>
      {group.leadIn && <p className="leadin">{group.leadIn}</p>}
      <ul className={group.leadIn ? undefined : "sentences"}>{items}</ul>
    </>
  );
}

function SubCapabilityText({ sub }: { sub: SubCapability }) {
  return (
    <section className="sub" aria-labelledby={`delformaga-${sub.code}`}>
      <h3 id={`delformaga-${sub.code}`}>
        <span className="code">{sub.code}</span> {sub.name}
      </h3>
      {sub.printed !== sub.code && <p className="note">Tryckt som {sub.printed} i källan.</p>}
      {sub.groups.map((group) => (
        <Group key={group.indicators[0]?.id} group={group} />
      ))}
      {sub.notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      {sub.notApplicableAllowed && <p className="note">Kan besvaras med ”ej tillämplig”.</p>}
    </section>
  );
}

/** A base capability with every word of its sub-capabilities and indicators. */
export function BaseCapabilitySection({ capability }: { capability: BaseCapability }) {
  const { number, name, otherNames, subCapabilities } = capability;
  return (
    <section aria-labelledby={`grundformaga-${number}`}>
      <h2 id={`grundformaga-${number}`}>
        {number} {name}
      </h2>
      {otherNames.length > 0 && (
        <p className="note">
          Kallas också {otherNames.map((other) => `”${other.name}” (${other.source})`).join(" och ")}.
        </p>
      )}
      {subCapabilities.map((sub) => (
        <SubCapabilityText key={sub.code} sub={sub} />
      ))}
    </section>
  );
}
