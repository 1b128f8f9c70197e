// The server on a real loopback port, over a small build: the real shell, sign-in and one-time link, without assets.
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import * as entry from "../../app/entry.server.tsx";
import * as root from "../../app/root.tsx";
import * as oneTimeLink from "../../app/routes/account/one-time-link.tsx";
import * as signIn from "../../app/routes/account/sign-in.tsx";
import * as unknownPage from "../../app/routes/unknown-page.ts";
import { createApp, listen } from "../../app/server.ts";
import type { Settings } from "../../app/settings.ts";
import { testNow } from "./request.ts";

const modules = [
  { id: "root", path: "", module: root },
  { id: "sign-in", parentId: "root", path: "logga-in", module: signIn },
  { id: "unknown-page", parentId: "root", path: "*", module: unknownPage },
  { id: "one-time-link", parentId: "root", path: "engangslank/:token", module: oneTimeLink },
];

const assetsOf = ({ id, parentId, path, module }: (typeof modules)[number]) => ({
  id,
  parentId,
  path,
  module: `/assets/${id}.js`,
  hasLoader: "loader" in module,
  hasAction: "action" in module,
  hasErrorBoundary: "ErrorBoundary" in module,
  hasClientLoader: false,
  hasClientAction: false,
});

const build: ServerBuild = {
  mode: "production",
  entry: { module: entry },
  routes: Object.fromEntries(modules.map((route) => [route.id, route])) as unknown as ServerBuild["routes"],
  assets: {
    entry: { module: "/assets/entry.js", imports: [] },
    routes: Object.fromEntries(modules.map((route) => [route.id, assetsOf(route)])),
    url: "/assets/manifest.js",
    version: "test",
  } as unknown as ServerBuild["assets"],
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
};

/** Starts the server on a free port. `close` ends it and every connection to it. */
export async function startServer(db: Db, settings: Settings) {
  const app = createApp({ db, now: () => testNow, settings, build });
  const { server, url } = await listen(app, { host: "127.0.0.1", port: 0 });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** One request as it is given: unlike `fetch`, no header is added, changed or forbidden. */
export function send(url: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}
