import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { CheckboxField, TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { latestActorChange } from "#db/queries/actor-changes.ts";
import { findActor, listActors } from "#db/queries/actors.ts";
import { compareCategories } from "#domain/actor-order.ts";
import { formFailure, parseForm, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { actorProblems } from "#text/actors.ts";
import { editActor } from "#usecases/edit-actor.ts";

const text = (missing: string, limit: number) =>
  z.string().trim().min(1, missing).max(limit, `Texten får ha högst ${limit} tecken.`);

const formSchema = z.object({
  name: text(actorProblems.name_missing, 120),
  shortName: text(actorProblems.short_name_missing, 40),
  category: text(actorProblems.category_missing, 40),
  designated: z.literal("on").optional(),
});

const fieldOf: Record<string, string> = {
  name_missing: "name",
  name_taken: "name",
  short_name_missing: "shortName",
  category_missing: "category",
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.actor.name ?? "Aktör"} – Förmågekollen` },
];

function actorOf({ params, context }: LoaderFunctionArgs) {
  const actor = findActor(context.db, params.actor ?? "");
  if (!actor) throw notFound(`Aktören ${params.actor ?? ""} finns inte.`);
  return actor;
}

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actor");
  const categories = new Set(listActors(args.context.db).map(({ category }) => category));
  return { actor: actorOf(args), categories: [...categories].sort(compareCategories) };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/actor");
  const { id } = actorOf(args);
  const form = await args.request.formData();
  const parsed = parseForm(form, formSchema);
  if (!parsed.ok) return invalid(parsed);
  const designated = parsed.value.designated === "on";
  const expected = latestActorChange(args.context.db, id);
  const by = { now: args.context.now(), personId };
  const result = editActor(args.context.db, { ...parsed.value, id, designated, reason: "", expected }, by);
  if (!result.ok) return invalid(formFailure(form, { [fieldOf[result.problem] ?? ""]: actorProblems[result.problem] }));
  return redirectTo("/aktorer?nu=sparad");
}

export default function ActorPage() {
  const { actor, categories } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const errors = failure?.errors;
  const typed = (field: "name" | "shortName" | "category") => textOf(failure?.values, field, actor[field]);
  const designated = failure ? failure.values.designated === "on" : actor.designated;
  return (
    <Page
      title={actor.name}
      lead="En omgång som redan är öppnad behåller aktören som den var då."
      crumbs={[{ to: "/aktorer", label: "Aktörer" }]}
      narrow
    >
      <Form method="post" className="stack">
        <ErrorPanel errors={errors} />
        <TextField name="name" label="Namn" value={typed("name")} error={errors?.name} />
        <TextField
          name="shortName"
          label="Kort namn"
          hint="Står i tabeller, till exempel Haninge."
          value={typed("shortName")}
          error={errors?.shortName}
        />
        <TextField
          name="category"
          label="Kategori"
          hint={`Används i dag: ${categories.join(", ")}. Ett nytt ord blir en ny kategori.`}
          value={typed("category")}
          error={errors?.category}
        />
        <CheckboxField
          name="designated"
          label="Utpekad aktör"
          hint="Några indikatorer riktar sig bara till de utpekade aktörerna."
          checked={designated}
        />
        <div className="buttons">
          <button className="ds-button" type="submit">
            Spara
          </button>
          <Link to="/aktorer">Avbryt</Link>
        </div>
      </Form>
    </Page>
  );
}
