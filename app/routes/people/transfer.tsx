import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { HandOverLink } from "#components/people/hand-over-link.tsx";
import { TransferForm } from "#components/people/transfer-form.tsx";
import { findActor } from "#db/queries/actors.ts";
import { listColleagues } from "#db/queries/people.ts";
import { formFailure, parseForm } from "#http/form.ts";
import { invalid, notFound } from "#http/responses.ts";
import { personProblems } from "#text/admin.ts";
import { momentText } from "#text/dates.ts";
import { transferCoordinator } from "#usecases/transfer-coordinator.ts";
import { linkOf } from "./hand-over.ts";

const formSchema = z
  .object({
    membershipId: z.string().min(1, "Välj vem som slutar."),
    successor: z.string(),
    name: z.string().trim().max(200, "Namnet får ha högst 200 tecken."),
    email: z.string().trim().max(254, "Adressen får ha högst 254 tecken."),
  })
  .refine(({ successor, name }) => successor !== "" || name !== "", {
    path: ["successor"],
    message: "Välj vem som tar över, eller skriv namn och e-postadress till någon ny.",
  })
  .refine(({ successor, name, email }) => successor === "" || (name === "" && email === ""), {
    path: ["successor"],
    message: "Välj antingen en kollega eller skriv någon ny, inte båda.",
  });

const fieldOf: Record<string, string> = {
  leaver_unknown: "membershipId",
  successor_unknown: "successor",
  name_missing: "name",
  email_invalid: "email",
  already_member: "email",
};

export const meta: MetaFunction = () => [{ title: "Lämna över – Förmågekollen" }];

function actorOf({ params, context }: LoaderFunctionArgs) {
  const actor = findActor(context.db, params.actor ?? "");
  if (!actor) throw notFound("Aktören finns inte.");
  return { id: actor.id, name: actor.name };
}

export function loader(args: LoaderFunctionArgs) {
  const user = requireActorAccess(args, "routes/people/transfer", args.params.actor);
  const actor = actorOf(args);
  const colleagues = listColleagues(args.context.db, args.context.now().toISOString(), actor.id);
  const people = new Map(colleagues.map(({ personId, name, email }) => [personId, { personId, name, email }]));
  return {
    actor,
    coordinators: colleagues.filter(({ role, validUntil }) => role === "coordinator" && validUntil === null),
    colleagues: [...people.values()],
    own: user.membershipId,
  };
}

export async function action(args: ActionFunctionArgs) {
  const user = requireActorAccess(args, "routes/people/transfer", args.params.actor);
  const { id: actorId } = actorOf(args);
  const form = await args.request.formData();
  const parsed = parseForm(form, formSchema);
  if (!parsed.ok) return invalid(parsed);
  const { membershipId, successor, name, email } = parsed.value;
  const input = { actorId, membershipId, successor: successor === "" ? { name, email } : { personId: successor } };
  const by = { now: args.context.now(), personId: user.personId, role: user.role };
  const result = transferCoordinator(args.context.db, input, by);
  if (!result.ok)
    return invalid(formFailure(form, { [fieldOf[result.problem] ?? ""]: personProblems[result.problem] }));
  const { token, ...done } = result;
  return { ...done, isOwn: done.endsAt > by.now.toISOString(), link: token === null ? null : linkOf(args, token) };
}

type Done = Extract<Awaited<ReturnType<typeof action>>, { ok: true }>;

function DoneNotice({ done, actor }: { done: Done; actor: { id: string; name: string } }) {
  const { leaver, successor, endsAt, isOwn, isNew, hasPassword, link } = done;
  return (
    <>
      <Notice kind="saved">
        <p>
          <b>
            {successor} är nu samordnare hos {actor.name}.
          </b>{" "}
          {isOwn
            ? `Du är kvar som samordnare till ${momentText(endsAt)}, så att du hinner lämna över.`
            : `${leaver} är inte samordnare längre.`}{" "}
          Det som är fördelat till medarbetare gäller som förut.
        </p>
      </Notice>
      <HandOverLink name={successor} isNew={isNew || link !== null} hasPassword={hasPassword} link={link} />
      <p>
        <Link to={`/kollegor/${actor.id}`}>Till kollegorna</Link>
      </p>
    </>
  );
}

export default function Transfer() {
  const { actor, coordinators, colleagues, own } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer?.ok === false ? answer : undefined;
  return (
    <Page
      title="Lämna över samordnarrollen"
      lead={`När en samordnare hos ${actor.name} slutar tar någon annan över allt: svaren, fördelningen och inlämningen.`}
      crumbs={[{ to: `/kollegor/${actor.id}`, label: "Kollegor" }]}
      narrow
    >
      {answer?.ok ? (
        <DoneNotice done={answer} actor={actor} />
      ) : (
        <TransferForm coordinators={coordinators} colleagues={colleagues} own={own} failure={failure} />
      )}
    </Page>
  );
}
