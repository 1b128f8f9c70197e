import { renderToStaticMarkup } from "react-dom/server";
import {
  createStaticHandler,
  createStaticRouter,
  type StaticHandlerContext,
  StaticRouterProvider,
} from "react-router-dom/server";
import { expect, test } from "vitest";
import { MeasureSection } from "#components/measures/measure-section.tsx";

const values = { "what.ny-1:1": "Öva larmkedjan" };
const back = { key: "ny-1:1", values, errors: { "": "Delförmågan är inte riktad till er längre." } };

/** The section as it comes from the server, for one who may save. */
async function sectionOf(isAsked: boolean, failure?: typeof back): Promise<string> {
  const place = { action: "/atgarder", saveId: "ett", today: "2026-03-02", failure };
  const group = { own: [], earlier: [], isShort: false };
  const props = { code: "1:1", heading: "1:1", year: 2026, group, place, canEdit: true, isAsked };
  const { query, dataRoutes } = createStaticHandler([{ path: "/", element: <MeasureSection {...props} /> }]);
  const context = (await query(new Request("http://localhost/"))) as StaticHandlerContext;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test.each([
  ["asked of the actor has a form for a new measure", true, undefined, true],
  ["no longer directed to the actor has none", false, undefined, false],
  ["no longer directed to the actor keeps what was typed when it was", false, back, true],
])("what is %s", async (_case, isAsked, failure, hasForm) => {
  const html = await sectionOf(isAsked, failure);
  expect(html.includes("Lägg till åtgärden")).toBe(hasForm);
  expect(html.includes("Öva larmkedjan")).toBe(failure !== undefined);
});
