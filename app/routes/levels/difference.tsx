import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Page } from "#components/page.tsx";
import { yearParam } from "#http/params.ts";
import { brokenText } from "#text/changes.ts";
import { dayText } from "#text/dates.ts";
import { groupHeading } from "#text/levels.ts";
import { changeNames, levelsText, pairNote } from "#text/proposal.ts";
import { compareLevels, type LevelPoint } from "#usecases/compare-levels.ts";
import "../../styles/proposal.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Skillnad mellan beslut ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/levels/difference");
  const year = yearParam(args.params.year);
  const query = new URL(args.request.url).searchParams;
  const comparison = compareLevels(args.context.db, year, { from: query.get("fran"), to: query.get("till") });
  return { year, comparison: comparison ?? null };
}

function pointText({ year, sequence, decidedOn }: LevelPoint): string {
  if (sequence === null || decidedOn === null) return `${year}, alla beslut`;
  return `${year} efter beslut ${sequence}, ${dayText(decidedOn)}`;
}

type ChoiceProps = { name: string; label: string; points: LevelPoint[]; chosen: LevelPoint };

function PointChoice({ name, label, points, chosen }: ChoiceProps) {
  return (
    <label>
      {label}
      <select className="ds-input" name={name} defaultValue={chosen.key}>
        {points.map((point) => (
          <option key={point.key} value={point.key}>
            {pointText(point)}
          </option>
        ))}
      </select>
    </label>
  );
}

type Comparison = NonNullable<ReturnType<typeof loader>["comparison"]>;

function Differences({ rows, from, to }: Comparison) {
  return (
    <DataTable
      asList
      caption={`${rows.length === 1 ? "En skillnad" : `${rows.length} skillnader`}`}
      rows={rows}
      rowKey={({ code, group }) => `${code} ${group}`}
      empty="Samma nivåer gäller i båda."
      columns={[
        {
          key: "code",
          head: "Delförmåga",
          cell: ({ code, name }) => (
            <>
              <span className="code">{code}</span> {name}
            </>
          ),
        },
        { key: "group", head: "För", label: "", cell: ({ group }) => groupHeading(group) },
        { key: "before", head: pointText(from), cell: ({ before }) => levelsText(before) },
        { key: "after", head: pointText(to), cell: ({ after }) => <b>{levelsText(after)}</b> },
        {
          key: "change",
          head: "",
          cell: ({ change }) => <span className={`tag change ${change}`}>{changeNames[change]}</span>,
        },
      ]}
    />
  );
}

/** What a new definition version took the comparison away from, and why. */
function NotComparable({ notComparable, from, to }: Comparison) {
  if (notComparable.length === 0) return null;
  const earlier = Math.min(from.year, to.year);
  return (
    <section>
      <h2>Går inte att jämföra</h2>
      <p className="note">Omgångarna har olika versioner av definitionen.</p>
      <ul>
        {notComparable.map(({ code, name, breaks }) => (
          <li key={code}>
            <span className="code">{code}</span> {name}
            <p className="note">{brokenText(earlier, breaks)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function Difference() {
  const { year, comparison } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Skillnad mellan beslut"
      lead={pairNote}
      crumbs={[{ to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` }]}
    >
      {!comparison && <p className="empty">Det finns inga två beslut att jämföra än.</p>}
      {comparison && (
        <>
          <Form method="get" action={`/lagstanivaer/${year}/skillnad`} className="filters">
            <PointChoice name="fran" label="Från" points={comparison.points} chosen={comparison.from} />
            <PointChoice name="till" label="Till" points={comparison.points} chosen={comparison.to} />
            <button className="ds-button" data-variant="secondary" type="submit">
              Jämför
            </button>
          </Form>
          <Differences {...comparison} />
          <NotComparable {...comparison} />
        </>
      )}
    </Page>
  );
}
