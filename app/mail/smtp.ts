import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Message } from "./render.ts";
import { type Failure, reasonText } from "./smtp-failure.ts";

/** The server that mail is handed to, and whom it says it is from. */
export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (smtps://); else STARTTLS where the server offers it, and always before a password. */
  secure: boolean;
  login: { user: string; pass: string } | null;
  from: { name: string; address: string };
};

export type Outgoing = Message & { id: string; to: { name: string; address: string } };

/**
 * `temporary`: surely not delivered, try again; `permanent`: refused for good; `unclear`: the text was on its way when the
 * connection broke, so it may have arrived. `isServer`: it would go the same way for every other message now.
 */
export type SendOutcome =
  | { result: "sent" }
  | { result: "temporary" | "permanent" | "unclear"; reason: string; isServer: boolean };

/** Hands one message to the mail server. Never throws for what the server or the network does. */
export type Sender = (mail: Outgoing) => Promise<SendOutcome>;

export type Limits = { connectMs: number; silenceMs: number; sessionMs: number };

const defaultLimits: Limits = { connectMs: 20_000, silenceMs: 60_000, sessionMs: 90_000 };
const loopback = ["localhost", "127.0.0.1", "[::1]", "::1"];

function compose({ from }: SmtpSettings, { id, to, subject, text, html }: Outgoing): Promise<Buffer> {
  const domain = from.address.split("@")[1];
  const mail = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    // The same on every attempt, so that a receiving server can tell a message that comes twice.
    messageId: `<${id}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

function failureOf(error: Failure, isUnderWay: boolean, isConnected: boolean): SendOutcome {
  const because = (what: string) => reasonText(what, error);
  if (error.code === "EAUTH")
    return { result: "temporary", reason: because("E-postservern godtog inte inloggningen"), isServer: true };
  if (!isConnected) {
    const what = error.response ? "E-postservern tog inte emot förbindelsen" : "E-postservern gick inte att nå";
    return { result: "temporary", reason: because(what), isServer: true };
  }
  if (error.responseCode === undefined && isUnderWay) {
    return { result: "unclear", reason: because("Förbindelsen bröts medan brevet skickades"), isServer: true };
  }
  const isRefused =
    (error.responseCode ?? 0) >= 500 || (["EENVELOPE", "EMESSAGE"].includes(error.code ?? "") && !error.responseCode);
  if (isRefused) return { result: "permanent", reason: because("E-postservern tog inte emot brevet"), isServer: false };
  return { result: "temporary", reason: because("E-postservern kunde inte ta emot brevet just nu"), isServer: false };
}

/** One connection for one message. It notes whether the text was on its way, which alone makes a broken one unclear. */
function deliver(smtp: SmtpSettings, to: string, message: Buffer, limits: Limits): Promise<SendOutcome> {
  const { host, port, secure, login, from } = smtp;
  return new Promise((resolve) => {
    let isConnected = false;
    let isUnderWay = false;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: !secure && login !== null && !loopback.includes(host),
      connectionTimeout: limits.connectMs,
      greetingTimeout: limits.connectMs,
      socketTimeout: limits.silenceMs,
      logger: false,
    });
    const fail = (error: Failure) => {
      clearTimeout(limit);
      resolve(failureOf(error, isUnderWay, isConnected));
      connection.close();
    };
    const limit = setTimeout(() => fail(Object.assign(new Error("Timeout"), { code: "ETIMEDOUT" })), limits.sessionMs);
    // Read only when the server has asked for the text.
    const text = Readable.from(
      (function* () {
        isUnderWay = true;
        yield message;
      })(),
    );
    const send = () => {
      isConnected = true;
      connection.send({ from: from.address, to: [to], size: message.length }, text, (error) => {
        if (error) return fail(error);
        clearTimeout(limit);
        resolve({ result: "sent" });
        connection.quit();
      });
    };
    connection.on("error", fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (!login) return send();
      if (!connection.allowsAuth)
        return fail(Object.assign(new Error("servern erbjuder ingen inloggning"), { code: "EAUTH" }));
      connection.login({ credentials: login }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** A sender over SMTP. `limits`: how long to wait, in milliseconds, for a connection, for an answer, and in all. */
export function createSender(smtp: SmtpSettings, limits: Limits = defaultLimits): Sender {
  return async (mail) => deliver(smtp, mail.to.address, await compose(smtp, mail), limits);
}
