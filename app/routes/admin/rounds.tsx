import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { SelectField, TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { listDefinitions } from "#db/queries/definitions.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { roundState } from "#domain/round.ts";
import { formFailure, parseForm, textOf } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { planProblems } from "#text/admin.ts";
import { dayText } from "#text/dates.ts";
import { roundStateNames } from "#text/rounds.ts";
import { planRound } from "#usecases/plan-round.ts";

const formSchema = z.object({
  year: z
    .string()
    .trim()
    .regex(/^\d{4}$/, planProblems.year_invalid)
    .transform(Number),
  definitionVersion: z.string().min(1, planProblems.version_unknown),
  closingDay: z.string().trim(),
});

const fieldOf = {
  year_invalid: "year",
  year_exists: "year",
  version_unknown: "definitionVersion",
  version_draft: "definitionVersion",
  closing_day_invalid: "closingDay",
  closing_day_past: "closingDay",
};

export const meta: MetaFunction = () => [{ title: "Omgångar – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/rounds");
  const { db, now } = args.context;
  const rounds = listRounds(db).map((round) => ({ ...round, state: roundState(round, now()) }));
  const thisYear = Number(stockholmDay(now()).slice(0, 4));
  const nextYear = Math.max(thisYear, (rounds[0]?.year ?? 0) + 1);
  const versions = listDefinitions(db).filter(({ publishedAt }) => publishedAt !== null);
  return { rounds, nextYear, versions: versions.map(({ version }) => version).reverse() };
}

export async function action(args: ActionFunctionArgs) {
  requireAccess(args, "routes/admin/rounds");
  const form = await args.request.formData();
  const parsed = parseForm(form, formSchema);
  if (!parsed.ok) return invalid(parsed);
  const result = planRound(args.context.db, parsed.value, { now: args.context.now() });
  if (!result.ok) return invalid(formFailure(form, { [fieldOf[result.problem]]: planProblems[result.problem] }));
  return redirectTo(`/omgangar/${parsed.value.year}?nu=planerad`);
}

type Listed = ReturnType<typeof loader>["rounds"][number];

function closing({ state, closingDay, closedAt }: Listed): string {
  if (closedAt) return `Stängdes ${dayText(stockholmDay(new Date(closedAt)))}`;
  return `${state === "planned" || state === "open" ? "Stänger" : "Stängde"} ${dayText(closingDay)}`;
}

function RoundTable({ rounds }: { rounds: Listed[] }) {
  return (
    <DataTable
      asList
      caption={<span className="sr-only">Omgångar, den senaste först</span>}
      rows={rounds}
      rowKey={({ year }) => String(year)}
      empty="Det finns ingen omgång ännu. Planera den första nedan."
      columns={[
        { key: "year", head: "År", cell: ({ year }) => <Link to={`/omgangar/${year}`}>{year}</Link> },
        {
          key: "state",
          head: "Läge",
          label: "",
          cell: ({ state }) => <span className={`tag state-${state}`}>{roundStateNames[state]}</span>,
        },
        { key: "closing", head: "Stängning", label: "", cell: closing },
        { key: "version", head: "Definition", cell: ({ definitionVersion }) => definitionVersion },
      ]}
    />
  );
}

export default function Rounds() {
  const { rounds, nextYear, versions } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const errors = failure?.errors;
  const typed = (field: string, fallback?: string) => textOf(failure?.values, field, fallback);
  return (
    <Page title="Omgångar" lead="En omgång om året: planerad, öppen, stängd och till sist släppt." narrow>
      <RoundTable rounds={rounds} />
      <section className="add-form">
        <h2>Planera en omgång</h2>
        <Form method="post" className="stack">
          <ErrorPanel errors={errors} />
          <TextField name="year" label="År" short value={typed("year", String(nextYear))} error={errors?.year} />
          <SelectField
            name="definitionVersion"
            label="Definition"
            hint="Omgången behåller den för alltid. Bara publicerade kan väljas."
            options={versions.map((version) => ({ value: version, label: version }))}
            value={typed("definitionVersion", versions[0])}
            error={errors?.definitionVersion}
          />
          <TextField
            name="closingDay"
            type="date"
            label="Stänger när dagen är slut"
            hint="Kan ändras fram till att omgången öppnas, och förlängas efter det."
            short
            value={typed("closingDay")}
            error={errors?.closingDay}
          />
          <div className="buttons">
            <button className="ds-button" type="submit">
              Planera omgången
            </button>
          </div>
        </Form>
      </section>
    </Page>
  );
}
