/** What nodemailer throws. `originalCode`: the system's own, where nodemailer has put a wider one in its place. */
export type Failure = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

const REASON_LENGTH = 300;

const closed = "servern stängde förbindelsen";
const silent = "servern svarade inte i tid";
const causes: Record<string, string> = {
  ECONNREFUSED: "servern nekade förbindelsen",
  ECONNRESET: closed,
  EPIPE: closed,
  ECONNECTION: closed,
  ETIMEDOUT: silent,
  ENOTFOUND: "serverns namn finns inte",
  EDNS: "serverns namn gick inte att slå upp",
  EHOSTUNREACH: "det finns ingen väg till servern i nätet",
  ENETUNREACH: "det finns ingen väg till servern i nätet",
  ETLS: "förbindelsen gick inte att kryptera",
  EENVELOPE: "adressen går inte att skicka till",
};

/** Why in plain words, after what happened: the server's own words only where it answered, else the cause, or the bare error. */
export function reasonText(what: string, { response, code = "", originalCode = "", message }: Failure): string {
  const short = (said: string) => said.replace(/\s+/g, " ").slice(0, REASON_LENGTH);
  if (response) return `${what}. Servern svarade: ${short(response)}`;
  return `${what}: ${causes[originalCode] ?? causes[code] ?? short(message)}`;
}
