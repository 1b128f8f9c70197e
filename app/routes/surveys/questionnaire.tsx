import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { LevelScale } from "#components/definition/level-scale.tsx";
import { CapabilityForm } from "#components/definition/questionnaire.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { notFound } from "#http/responses.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import { viewDefinition } from "#usecases/view-definition.ts";
// Only this page has use for it: the survey loads everything that stands in styles/index.css.
import "../../styles/questionnaire.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Formulär ${params.version} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/surveys/questionnaire");
  const version = args.params.version ?? "";
  const found = viewDefinition(args.context.db, version, user.role);
  if (!found) throw notFound(`Definitionen ${version} finns inte.`);
  return found;
}

const headFields = ["Aktör", "År", "Ifyllt av", "Datum"];

/** What there is to know before filling in, once for the whole form. */
function Guide() {
  return (
    <ul>
      <li>Kryssa först för varje indikator. Välj sedan den nivå som stämmer bäst, och hur säkra ni är.</li>
      <li>Kryssa ? om nivån inte kan bedömas. Att inte veta är ett riktigt svar.</li>
      <li>Fyll i vad som fattas om nivån är under lägstanivån eller inte kan bedömas. Välj en eller flera.</li>
      <li>
        Motivera om ni väljer en annan nivå än den indikatorerna pekar på, om nivån inte kan bedömas eller om något inte
        är tillämpligt.
      </li>
      <li>Underlag är övningar, händelser, utbildningar och planer som svaret bygger på.</li>
      <li>{secrecyNotice}</li>
    </ul>
  );
}

export default function Questionnaire() {
  const { definition, isDraft } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Formulär: ${definition.title}, version ${definition.version}`}
      lead="Att läsa igenom, eller skriva ut från webbläsaren och fylla i för hand. Svaren förs sedan in i Förmågekollen."
    >
      <div className="questionnaire">
        {isDraft && <Notice kind="warning">Utkast: bara förhandsvisning. Ingen omgång kan använda det.</Notice>}
        <dl className="q-head">
          {headFields.map((label) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd />
            </div>
          ))}
        </dl>
        <h2>Så fyller ni i</h2>
        <Guide />
        <h2>Nivåerna</h2>
        <LevelScale levels={definition.levels} />
        {definition.capabilities.map((capability) => (
          <CapabilityForm key={capability.number} capability={capability} scale={definition} />
        ))}
      </div>
    </Page>
  );
}
