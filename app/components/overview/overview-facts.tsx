import type { Reach, ShareChange } from "#domain/overview.ts";
import { numberText } from "#text/results.ts";

type OverviewFactsProps = {
  submittedCount: number;
  actorCount: number;
  coverage: { answered: number; applicable: number };
  reach: Record<Reach, number> & { unjudged: number; withheld: number };
  since: { year: number; changes: Pick<ShareChange, "kind">[] } | null;
};

function Reached({ reach }: Pick<OverviewFactsProps, "reach">) {
  const judged = reach.all + reach.most + reach.few;
  if (judged === 0) {
    return (
      <div>
        <b>–</b>
        <span>ingen delförmåga har än både svar och lägstanivå att jämföra med</span>
      </div>
    );
  }
  const of = <small>/{judged}</small>;
  return (
    <>
      <div>
        <b>
          {reach.all}
          {of}
        </b>
        <span>delförmågor når lägstanivån hos alla som svarat</span>
      </div>
      <div>
        <b>
          {reach.most}
          {of}
        </b>
        <span>når den hos minst hälften, men inte alla</span>
      </div>
      <div className={reach.few > 0 ? "warn" : undefined}>
        <b>
          {reach.few}
          {of}
        </b>
        <span>når den hos färre än hälften</span>
      </div>
    </>
  );
}

function Since({ since }: Pick<OverviewFactsProps, "since">) {
  if (!since) return null;
  const of = (kind: ShareChange["kind"]) => since.changes.filter((change) => change.kind === kind).length;
  const [better, worse] = [of("better"), of("worse")];
  if (better + worse + of("same") === 0) return null;
  return (
    <div>
      <b>{better > 0 ? `+${better}` : better}</b>
      <span>
        delförmågor bättre än {since.year}, {worse} sämre
      </span>
    </div>
  );
}

/** The first thing to read: how many have answered, how far the region reaches, and which way it goes. */
export function OverviewFacts({ submittedCount, actorCount, coverage, reach, since }: OverviewFactsProps) {
  const { answered, applicable } = coverage;
  return (
    <div className="facts">
      <div>
        <b>
          {submittedCount}
          <small>/{actorCount}</small>
        </b>
        <span>
          aktörer har lämnat in: {numberText(answered)} svar av {numberText(applicable)}
        </span>
      </div>
      <Reached reach={reach} />
      <Since since={since} />
    </div>
  );
}
