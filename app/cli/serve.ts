import { pathToFileURL } from "node:url";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { startMailWorker } from "../mail-worker.ts";
import { createApp, listen, stopOnSignal } from "../server.ts";

type Server = Pick<AppLoadContext, "db" | "now" | "settings"> & { close: () => void };

async function loadBuild(): Promise<ServerBuild> {
  // React chooses its fast, quiet half by this variable when it is first loaded, which the build does.
  process.env.NODE_ENV = "production";
  return import(pathToFileURL("build/server/index.js").href);
}

/** Serves the built application over an open database until told to stop. Rejects where it cannot listen. */
export async function serve({ close, ...context }: Server): Promise<void> {
  const app = createApp({ ...context, build: await loadBuild() });
  const { server } = await listen(app, context.settings);
  const worker = startMailWorker(context);
  stopOnSignal(server, async () => {
    await worker.stop();
    close();
  });
}
