import { Link } from "@remix-run/react";
import type { MailState } from "#domain/mail.ts";
import { outboxFilters } from "#text/mail.ts";
import { numberText } from "#text/results.ts";

type OutboxFilterProps = { chosen: string; counts: Partial<Record<MailState, number>> };

/** The kinds of state to show, each with how many there are. */
export function OutboxFilter({ chosen, counts }: OutboxFilterProps) {
  return (
    <nav className="outbox-filter" aria-label="Visa brev">
      {outboxFilters.map(({ word, name, states }) => (
        <Link key={word} to={`/utkorg?visa=${word}`} aria-current={word === chosen ? "page" : undefined}>
          {name} <span>{numberText(states.reduce((sum, state) => sum + (counts[state] ?? 0), 0))}</span>
        </Link>
      ))}
    </nav>
  );
}
