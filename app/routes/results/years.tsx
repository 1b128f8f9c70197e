import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { yearTableChoices } from "#components/heatmap/heatmap-choices.ts";
import { ShareHeatmap } from "#components/heatmap/share-heatmap.tsx";
import { SharePage } from "#components/heatmap/share-page.tsx";
import { yearParam } from "#http/params.ts";
import { aimWord, heatmapSearch } from "#usecases/heatmap-query.ts";
import { viewYears } from "#usecases/view-years.ts";
import { unknownRound } from "./unknown-round.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/results/years");
  const year = yearParam(params.year);
  const search = new URL(request.url).searchParams;
  const view = viewYears(context.db, { year, search }, { now: context.now() });
  if (!view) throw unknownRound(context.db, year);
  const { capabilities, categories, ...shown } = view;
  return { ...shown, choices: yearTableChoices({ capabilities, categories }, aimWord) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Åren till ${data?.year} – Förmågekollen` }];

export default function YearsRoute() {
  const view = useLoaderData<typeof loader>();
  const { year, query, fields, bands } = view;
  const results = useHref("/resultat");
  const wanted = query.aim.by === "ambition" ? "ambitionsnivån" : "lägstanivån";
  // The base capability's number and the code are the year's own only where the year is this one.
  const behind = (of: string, code?: string) => {
    const { visa, kategori, utpekad } = fields;
    const order = code ? { ordning: "brist", delformaga: code } : {};
    return `${results}/${of}${heatmapSearch({ visa, kategori, utpekad, ...order })}`;
  };
  return (
    <SharePage view={view} current="ar" title={`Åren till och med ${year}`}>
      <ShareHeatmap
        label="Åren per delförmåga"
        caption={`Andel aktörer som når ${wanted}, per år och delförmåga`}
        corner="År"
        end="Aktörer"
        heading={`Enligt delförmågorna ${year}`}
        bands={bands}
        rows={view.rows.map(({ key, actors, cells }) => ({
          id: key,
          name: key,
          href: behind(key),
          end: String(actors),
          cells,
          hrefOf: (code) => behind(key, code),
        }))}
        wanted={wanted}
        codeHref={(code) => behind(String(year), code)}
        sorted={null}
      />
    </SharePage>
  );
}
