import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccess } from "#auth/require-access.ts";
import { ChosenOnPaper } from "#components/chosen-on-paper.tsx";
import { SelectField } from "#components/field.tsx";
import { OccurrenceTable } from "#components/occurrences/occurrence-table.tsx";
import { Page } from "#components/page.tsx";
import { occurrenceKinds } from "#domain/occurrence.ts";
import { occurrenceKindNames } from "#text/occurrences.ts";
import { viewOccurrences } from "#usecases/view-occurrences.ts";

export const meta: MetaFunction = () => [{ title: "Händelser och övningar – Förmågekollen" }];

/** What the address asks for; what it cannot mean narrows nothing. */
const searchSchema = z.object({
  ar: z.coerce.number().int().positive().nullable().catch(null),
  slag: z.enum(occurrenceKinds).nullable().catch(null),
  delformaga: z.string().min(1).nullable().catch(null),
  definition: z.string().min(1).nullable().catch(null),
  visa: z.literal("borttagna").nullable().catch(null),
});

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/occurrences/occurrences");
  const search = new URL(args.request.url).searchParams;
  const asked = searchSchema.parse(Object.fromEntries(Object.keys(searchSchema.shape).map((n) => [n, search.get(n)])));
  const { slag: kind, delformaga: code, definition } = asked;
  const filter = { year: asked.ar, kind, code, definition, removed: asked.visa !== null };
  return { filter, view: viewOccurrences(args.context.db, filter, user) };
}

type Loaded = ReturnType<typeof loader>;
const longestName = 50;
const all = { value: "", label: "Alla" };

function Filters({ filter, view }: Loaded) {
  const subs = view.subs.map(({ code, name }) => ({
    value: code,
    label: `${code} ${name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()} …`}`,
  }));
  return (
    <>
      {/* The key fills the fields in anew when the address changes, as when one goes back. */}
      <Form method="get" className="filters" key={`${filter.year} ${filter.kind} ${filter.code}`}>
        <SelectField
          name="ar"
          label="År"
          value={String(filter.year ?? "")}
          options={[all, ...view.years.map((year) => ({ value: String(year), label: year }))]}
        />
        <SelectField
          name="slag"
          label="Slag"
          value={filter.kind ?? ""}
          options={[all, ...occurrenceKinds.map((value) => ({ value, label: occurrenceKindNames[value] }))]}
        />
        <SelectField name="delformaga" label="Delförmåga" value={filter.code ?? ""} options={[all, ...subs]} />
        {filter.definition !== null && <input type="hidden" name="definition" value={filter.definition} />}
        <button type="submit" className="ds-button" data-variant="secondary">
          Visa
        </button>
      </Form>
      <ChosenOnPaper
        parts={[
          filter.year,
          filter.kind && occurrenceKindNames[filter.kind].toLowerCase(),
          filter.code && `delförmåga ${filter.code}`,
        ]}
      />
    </>
  );
}

function emptyText({ filter, view }: Loaded): string {
  if (filter.removed) return "Ingenting är borttaget.";
  if (view.total > 0) return "Ingen händelse eller övning stämmer med det du valt.";
  return "Ingenting är registrerat än. Det ni lär av händelser och övningar samlas här.";
}

export default function OccurrencesRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { view, filter } = loaded;
  return (
    <Page
      title={filter.removed ? "Borttagna händelser och övningar" : "Händelser och övningar"}
      lead="Vad som har prövat förmågorna på riktigt: vad som fungerade och vad som inte gjorde det. Blir underlag till skattningen och till verksamhetsplanen."
      crumbs={filter.removed ? [{ to: "/handelser", label: "Händelser och övningar" }] : []}
      actions={
        view.canRecord &&
        !filter.removed && (
          <Link className="ds-button" to="/handelser/ny">
            Registrera
          </Link>
        )
      }
    >
      {view.total > 0 && !filter.removed && <Filters {...loaded} />}
      <OccurrenceTable rows={view.rows} empty={emptyText(loaded)} />
      {!filter.removed && view.removedCount > 0 && (
        <p className="note">
          <Link to="/handelser?visa=borttagna">Borttagna ({view.removedCount})</Link>
        </p>
      )}
    </Page>
  );
}
