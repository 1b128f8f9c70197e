// A real SMTP server on loopback, which a test tells how to answer.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Arrived = { to: string[]; subject: string; text: string; html: string; raw: string };

type Refusal = { code: number; text: string };
/** `refuse`: by number of the attempt, from 1, at which step; `closed`: to whoever connects; `delayMs`: before the text is taken. */
type Behaviour = {
  refuse?: (attempt: number) => (Refusal & { at: "rcpt" | "data" }) | undefined;
  closed?: Refusal;
  delayMs?: (attempt: number) => number;
  login?: { user: string; pass: string };
  port?: number;
};

function errorOf({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

function decodedPart(raw: string, type: string): string {
  const part = raw.split(/\r\n--[^\r\n]+/).find((one) => new RegExp(`^Content-Type: ${type}`, "im").test(one)) ?? "";
  const [head = "", ...body] = part.trimStart().split("\r\n\r\n");
  const text = body.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodedSubject(raw: string): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? "";
  const joined = line.replace(/\r\n[ \t]/g, " ").replace(/\?=\s+=\?/g, "?==?");
  const bytes = joined.replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, form: string, text: string) =>
    form.toUpperCase() === "B"
      ? Buffer.from(text, "base64").toString("latin1")
      : text
          .replace(/_/g, " ")
          .replace(/=([0-9A-F]{2})/gi, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Starts it on a free port, or the one given. `arrived`: what it has taken, decoded. */
export async function startSmtp({ refuse, closed, delayMs, login, port = 0 }: Behaviour = {}) {
  const arrived: Arrived[] = [];
  let attempts = 0;
  const options: SMTPServerOptions = {
    disabledCommands: login ? ["STARTTLS"] : ["AUTH", "STARTTLS"],
    allowInsecureAuth: true,
    authOptional: !login,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(new Error("Invalid username or password")),
    onConnect: (_session, done) => done(closed && errorOf(closed)),
    onRcptTo: (_address, _session, done) => {
      attempts += 1;
      const refusal = refuse?.(attempts);
      done(refusal?.at === "rcpt" ? errorOf(refusal) : undefined);
    },
    onData: (stream, session, done) => {
      const attempt = attempts;
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const refusal = refuse?.(attempt);
        if (refusal?.at === "data") return done(errorOf(refusal));
        setTimeout(() => {
          const raw = Buffer.concat(parts).toString("utf8");
          const to = session.envelope.rcptTo.map(({ address }) => address);
          arrived.push({
            to,
            subject: decodedSubject(raw),
            text: decodedPart(raw, "text/plain"),
            html: decodedPart(raw, "text/html"),
            raw,
          });
          done();
        }, delayMs?.(attempt) ?? 0);
      });
    },
  };
  const server = new SMTPServer(options);
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const address = server.server.address() as AddressInfo;
  return {
    arrived,
    attempts: () => attempts,
    port: address.port,
    url: `smtp://${login ? `${login.user}:${login.pass}@` : ""}127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
