import { z } from "zod";
import type { SmtpSettings } from "#mail/smtp.ts";

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

const smtpSentence =
  "SMTP_URL ska vara e-postserverns adress, till exempel smtp://användare:lösenord@smtp.example.se:587 eller smtps://smtp.example.se.";
const fromSentence =
  "MAIL_FROM ska vara avsändarens adress, till exempel kansliet@example.se eller Förmågekollen <kansliet@example.se>.";
const SMTP_PORT = 587;
const SMTPS_PORT = 465;

type SmtpUrl = Omit<SmtpSettings, "from">;

/** The parts of `smtp://user:password@host:port`, or undefined. */
function smtpUrl(text: string): SmtpUrl | undefined {
  if (!/^smtps?:\/\/[^/?#]+\/?$/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === "smtps:";
  try {
    const login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
    if ((login.user === "") !== (login.pass === "")) return undefined;
    const port = Number(url.port) || (secure ? SMTPS_PORT : SMTP_PORT);
    return { host: url.hostname.replace(/^\[|\]$/g, ""), port, secure, login: login.user === "" ? null : login };
  } catch {
    return undefined;
  }
}

/** `name@example.se` or `A name <name@example.se>`, or undefined. */
function sender(text: string): { name: string; address: string } | undefined {
  const match = /^(?:([^<>"\r\n]*?)\s*<([^\s<>,;"]+@[^\s<>,;"]+)>|([^\s<>,;"]+@[^\s<>,;"]+))$/.exec(text.trim());
  return match ? { name: match[1] ?? "", address: match[2] ?? match[3] ?? "" } : undefined;
}

/** A text that `read` makes something of; else the sentence. */
function readAs<T>(read: (text: string) => T | undefined, sentence: string) {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value === undefined) context.addIssue({ code: "custom", message: sentence });
    return value ?? z.NEVER;
  });
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
    SMTP_URL: readAs(smtpUrl, smtpSentence).optional(),
    MAIL_FROM: readAs(sender, fromSentence).optional(),
  })
  .refine((env) => env.NODE_ENV !== "production" || env.ORIGIN?.startsWith("https://"), {
    path: ["ORIGIN"],
    message: `I drift (NODE_ENV=production) måste ORIGIN börja med https://. ${originSentence}`,
  })
  .refine((env) => loopbackHosts.includes(env.HOST) || env.ORIGIN?.startsWith("https://"), {
    path: ["ORIGIN"],
    message: `När HOST inte är den egna datorn måste ORIGIN anges och börja med https://. ${originSentence}`,
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    message: `När SMTP_URL anges måste MAIL_FROM också anges. ${fromSentence}`,
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
  /** The mail server to hand mail to, and whom it is from; null: nothing is sent, the office copies out of the outbox. */
  mail: SmtpSettings | null;
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
    mail: env.SMTP_URL && env.MAIL_FROM ? { ...env.SMTP_URL, from: env.MAIL_FROM } : null,
  };
  return { ok: true, settings };
}
