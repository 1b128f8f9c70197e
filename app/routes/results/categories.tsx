import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { columnsOf } from "#components/heatmap/heat-table.tsx";
import { categoryTableChoices } from "#components/heatmap/heatmap-choices.ts";
import { HeatmapFeet } from "#components/heatmap/heatmap-feet.tsx";
import { ShareHeatmap } from "#components/heatmap/share-heatmap.tsx";
import { SharePage } from "#components/heatmap/share-page.tsx";
import { yearParam } from "#http/params.ts";
import { overText, shareCaption } from "#text/heatmap.ts";
import { categoryName } from "#text/results.ts";
import { aimWord, heatmapSearch } from "#usecases/heatmap-query.ts";
import { viewCategories } from "#usecases/view-categories.ts";
import { unknownRound } from "./unknown-round.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/results/categories");
  const year = yearParam(params.year);
  const search = new URL(request.url).searchParams;
  const view = viewCategories(context.db, { year, search }, { now: context.now() });
  if (!view) throw unknownRound(context.db, year);
  const { capabilities, categories, earlierYears, ...shown } = view;
  const known = { capabilities, categories, earlierYears };
  return { ...shown, choices: categoryTableChoices(known, view.query, aimWord) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kategorierna ${data?.year} – Förmågekollen` },
];

export default function CategoriesRoute() {
  const view = useLoaderData<typeof loader>();
  const { year, query, fields, bands } = view;
  const own = useHref(`/resultat/${year}/kategorier`);
  const heatmap = useHref(`/resultat/${year}`);
  const wanted = query.aim.by === "ambition" ? "ambitionsnivån" : "lägstanivån";
  const sorted = query.order === "gap" ? query.column : null;
  const behind = (kategori: string, code?: string) =>
    `${heatmap}${heatmapSearch({ ...fields, kategori, ...(code ? { ordning: "brist", delformaga: code } : {}) })}`;
  return (
    <SharePage view={view} current="kategorier" title={`Kategorierna ${year}`}>
      <ShareHeatmap
        label="Kategorierna per delförmåga"
        caption={shareCaption(query.aim, year)}
        corner="Kategori"
        end="Aktörer"
        heading={sorted === null ? "Kategorier" : `Kategorier, efter ${sorted}, det som brister mest först`}
        bands={bands}
        rows={view.rows.map(({ key, actors, cells }) => ({
          id: key,
          name: categoryName(key),
          href: behind(key),
          end: String(actors),
          cells,
          hrefOf: (code) => behind(key, code),
        }))}
        wanted={wanted}
        codeHref={(code) =>
          `${own}${heatmapSearch({ ...fields, ...(sorted === code ? { ordning: "", delformaga: "" } : { ordning: "brist", delformaga: code }) })}`
        }
        sorted={sorted}
        feet={
          <HeatmapFeet
            columns={columnsOf(bands)}
            aim={query.aim}
            over={overText(view.actorsBelow, query)}
            subHref={(code) => `${heatmap}/delformaga/${code}`}
          />
        }
      />
    </SharePage>
  );
}
