import { z } from "zod";

const DEFAULT_PORT = 3000;
const MAX_PORT = 65_535;
const MAX_PROXIES = 10;
const MAX_SESSION_HOURS = 720;

const loopbackHosts = ["127.0.0.1", "::1", "localhost"];

function whole(name: string, meaning: string, from: number, to: number, fallback: number) {
  const sentence = `${name} ska vara ${meaning}: ett heltal från ${from} till ${to}.`;
  return z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= from && value <= to, sentence)
    .default(fallback);
}

const originSentence =
  "ORIGIN ska vara adressen som användarna skriver, till exempel https://formagekollen.example.se, utan sökväg.";

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ["http:", "https:"].includes(url.protocol) && url.origin === text;
}

const environmentSchema = z
  .object({
    PORT: whole("PORT", "porten som servern lyssnar på", 1, MAX_PORT, DEFAULT_PORT),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, "HOST ska vara adressen som servern lyssnar på, till exempel 127.0.0.1 eller 0.0.0.0.")
      .default("127.0.0.1"),
    DATABASE: z.string().min(1, "DATABASE ska vara sökvägen till databasfilen.").default("data/formagekollen.sqlite"),
    ORIGIN: z.string().refine(isOrigin, originSentence).optional(),
    SESSION_HOURS: whole("SESSION_HOURS", "antalet timmar som en inloggning gäller", 1, MAX_SESSION_HOURS, 12),
    TRUST_PROXY: whole("TRUST_PROXY", "antalet omvända proxyservrar framför servern", 0, MAX_PROXIES, 0),
    NODE_ENV: z.string().optional(),
  })
  .refine((env) => env.NODE_ENV !== "production" || env.ORIGIN?.startsWith("https://"), {
    path: ["ORIGIN"],
    message: `I drift (NODE_ENV=production) måste ORIGIN börja med https://. ${originSentence}`,
  })
  .refine((env) => loopbackHosts.includes(env.HOST) || env.ORIGIN?.startsWith("https://"), {
    path: ["ORIGIN"],
    message: `När HOST inte är den egna datorn måste ORIGIN anges och börja med https://. ${originSentence}`,
  });

/** The settings of one running server, parsed once from the environment. */
export type Settings = {
  port: number;
  host: string;
  /** Path of the SQLite file. */
  database: string;
  /** Public base address, without a trailing slash: `https://formagekollen.example.se`. */
  origin: string;
  /** True where the public address is https: cookies then carry `Secure` and a `__Host-` name. */
  secureCookies: boolean;
  /** True where only this machine can reach the server. */
  loopback: boolean;
  /** How long a session lasts, in hours. */
  sessionHours: number;
  /** Reverse proxies in front whose X-Forwarded-* headers are believed. */
  trustProxy: number;
};

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; sentences: string[] };

/** Reads the settings out of an environment. Empty variables count as not given; wrong ones give a sentence each. */
export function readSettings(environment: Record<string, string | undefined>): SettingsResult {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) return { ok: false, sentences: parsed.error.issues.map((issue) => issue.message) };
  const env = parsed.data;
  const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  const settings = {
    port: env.PORT,
    host: env.HOST,
    database: env.DATABASE,
    origin,
    secureCookies: origin.startsWith("https://"),
    loopback: loopbackHosts.includes(env.HOST),
    sessionHours: env.SESSION_HOURS,
    trustProxy: env.TRUST_PROXY,
  };
  return { ok: true, settings };
}
