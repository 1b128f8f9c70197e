import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { compressedFiles } from "#http/compressed-files.ts";
import { plainPage } from "#http/plain-page.ts";
import { bodyLimit, formsOnly, isUpload, sameOriginOnly, securityHeaders } from "#http/security.ts";
import { workbookRefusals } from "#text/workbook.ts";
import "#http/context.ts";

type AppOptions = Pick<AppLoadContext, "db" | "now" | "settings"> & { build: ServerBuild };

const STOP_LIMIT_MS = 10_000;
const clientFiles = join(process.cwd(), "build/client");

function refusal(status: number, heading: string, sentences: string[], stylesheets: string[]): RequestHandler {
  return (_request, response) => {
    response
      .status(status)
      .type("html")
      .send(plainPage(heading, sentences, stylesheets));
  };
}

function stylesheetsOf(build: ServerBuild): string[] {
  return build.assets.routes.root?.css ?? [];
}

function foreignOrigin(stylesheets: string[], origin: string): RequestHandler {
  const sentences = [
    "Formuläret skickades inte från Förmågekollen, så ingenting sparades.",
    `Öppna sidan på ${origin} och försök igen. Kvarstår felet behöver den som driver tjänsten se över inställningen ORIGIN.`,
  ];
  return refusal(403, "Det här kan vi inte ta emot", sentences, stylesheets);
}

function bodyTooLong(stylesheets: string[]): RequestHandler {
  const sentences = [
    "Det som skickades är för stort, så ingenting sparades.",
    "Gå tillbaka, korta texten och försök igen.",
  ];
  const fileSentences = [workbookRefusals.too_large, "Ingenting sparades. Gå tillbaka och välj en annan fil."];
  const text = refusal(413, "För mycket på en gång", sentences, stylesheets);
  const file = refusal(413, "Filen är för stor", fileSentences, stylesheets);
  return (request, response, next) => (isUpload(request) ? file : text)(request, response, next);
}

/** Whether the request names no address: a host or path that nothing can be made of, as those send who look for open doors. */
function isNoAddress(error: { code?: unknown; status?: unknown }): boolean {
  return error.code === "ERR_INVALID_URL" || error.status === 400;
}

/** Express knows an error handler by its four arguments. The log gets the error, unless it is the sender's, the reader a sentence. */
function unexpected(stylesheets: string[]): ErrorRequestHandler {
  const sentences = ["Något gick fel hos oss. Försök igen om en stund."];
  const unread = refusal(400, "Adressen går inte att läsa", ["Kontrollera adressen och försök igen."], stylesheets);
  return (error, request, response, next) => {
    const isTheirs = isNoAddress(error);
    if (!isTheirs) console.error(error);
    if (response.headersSent) return next(error);
    if (isTheirs) return unread(request, response, next);
    refusal(500, "Något gick fel", sentences, stylesheets)(request, response, next);
  };
}

/** Files need none of a page's headers but the one that they are what they say. */
function serveFiles(app: Express): void {
  const setHeaders = (response: express.Response) => response.set("X-Content-Type-Options", "nosniff");
  const hashed = { immutable: true, maxAge: "1y", redirect: false, setHeaders };
  const assets = join(clientFiles, "assets");
  app.use("/assets", compressedFiles(assets), express.static(assets, hashed), (_request, response) => {
    response.status(404).type("text").send("Filen finns inte.");
  });
  app.use(express.static(clientFiles, { maxAge: "1h", redirect: false, index: false, setHeaders }));
}

/** The web application as express middleware. `build` is what `remix vite:build` made; everything else is given. */
export function createApp({ db, now, settings, build }: AppOptions): Express {
  const stylesheets = stylesheetsOf(build);
  const app = express();
  app.disable("x-powered-by");
  // After a 304 the page would keep its old nonces, and the browser would block its scripts.
  app.set("etag", false);
  app.set("trust proxy", settings.trustProxy);
  app.use(compression());
  serveFiles(app);
  app.use(securityHeaders(settings));
  app.use((_request, response, next) => {
    response.set("Cache-Control", "private, no-store");
    next();
  });
  app.use(sameOriginOnly(settings, foreignOrigin(stylesheets, settings.origin)));
  app.use(bodyLimit(bodyTooLong(stylesheets)));
  app.use(
    formsOnly(refusal(415, "Det här kan vi inte ta emot", ["Det som skickades är inget formulär."], stylesheets)),
  );
  const getLoadContext = (_request: express.Request, response: express.Response) => ({
    db,
    now,
    settings,
    nonce: String(response.locals.nonce),
  });
  app.all("*", createRequestHandler({ build, getLoadContext, mode: "production" }));
  app.use(unexpected(stylesheets));
  return app;
}

/** Listens, and tells the address that reaches it. Rejects where the port is taken or not allowed. */
export function listen(
  app: Express,
  { host, port }: { host: string; port: number },
): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host);
    server.once("error", reject);
    server.once("listening", () => {
      const { port: chosen } = server.address() as AddressInfo;
      const name = ["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
      resolve({ server, url: `http://${name}:${chosen}` });
    });
  });
}

/** On SIGTERM or SIGINT: takes no more requests, lets those under way finish (at most ten seconds), calls `close`, ends. */
export function stopOnSignal(server: Server, close: () => void | Promise<void>): void {
  let stopping = false;
  const stop = () => {
    // Ctrl-C reaches the server twice: from the terminal and from the command that started it.
    if (stopping) return;
    stopping = true;
    const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS);
    server.close(async () => {
      clearTimeout(limit);
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
