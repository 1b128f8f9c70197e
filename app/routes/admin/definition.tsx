import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { BaseCapabilitySection } from "#components/definition/base-capability-section.tsx";
import { LevelScale } from "#components/definition/level-scale.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { indicatorsOf, listSubCapabilities } from "#domain/definition.ts";
import { notFound } from "#http/responses.ts";
import { viewDefinition } from "#usecases/view-definition.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Definition ${params.version} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/admin/definition");
  const { db } = args.context;
  const version = args.params.version ?? "";
  const found = viewDefinition(db, version, user.role);
  if (!found) throw notFound(`Definitionen ${version} finns inte.`);
  const { definition, isDraft } = found;
  const subs = listSubCapabilities(definition);
  const counts = { subCapabilities: subs.length, indicators: subs.flatMap(indicatorsOf).length };
  return { definition, counts, isDraft, isOffice: user.role === "office" };
}

export default function DefinitionPage() {
  const { definition, counts, isDraft, isOffice } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`${definition.title}, version ${definition.version}`}
      lead={`${definition.capabilities.length} grundförmågor, ${counts.subCapabilities} delförmågor, ${counts.indicators} indikatorer. Källa: ${definition.source}`}
      actions={
        <Link className="ds-button" data-variant="secondary" to={`/formular/${definition.version}`}>
          Formulär att skriva ut
        </Link>
      }
      crumbs={isOffice ? [{ to: "/definitioner", label: "Definitioner" }] : []}
    >
      {isDraft && <Notice kind="warning">Utkast: bara förhandsvisning. Ingen omgång kan använda den.</Notice>}
      <div className="definition">
        <nav className="definition-contents" aria-label="Innehåll">
          <ul>
            <li>
              <a href="#skalan">Skalan</a>
            </li>
            {definition.capabilities.map(({ number, name }) => (
              <li key={number}>
                <a href={`#grundformaga-${number}`}>
                  {number} {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <h2 id="skalan">Skalan</h2>
          <LevelScale levels={definition.levels} />
          {definition.capabilities.map((capability) => (
            <BaseCapabilitySection key={capability.number} capability={capability} />
          ))}
        </div>
      </div>
    </Page>
  );
}
