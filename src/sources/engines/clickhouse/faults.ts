import { InputError } from "../../../errors.ts";
import type { ClickHouseTable } from "./address.ts";

/** What to do about errors of a server, by their codes. */
const mends: Readonly<Record<string, string>> = {
  "47": "columns of the table have changed: run it again",
  "60": "there is no such table: check the address",
  "81": "there is no such database: check the address",
  "159": "the time limit is reached: ask for less, or raise CLICKHOUSE_MAX_EXECUTION_TIME",
  "160": "the time limit would be reached: ask for less, or raise CLICKHOUSE_MAX_EXECUTION_TIME",
  "164": "the user may not set limits: give its profile readonly = 2",
  "192": "the user is not known: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD",
  "193": "the password is wrong: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD",
  "194": "a password is needed: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD",
  "202": "the server has too many queries: try again later",
  "241": "memory does not suffice: ask for less, or raise CLICKHOUSE_MAX_MEMORY_USAGE",
  "394": "the query was cancelled",
  "452":
    "the limits are beyond those of the user: lower CLICKHOUSE_MAX_MEMORY_USAGE and CLICKHOUSE_MAX_EXECUTION_TIME",
  "497": "the user may not read the table: grant SELECT on it",
  "516": "user or password is wrong: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD",
};

/** The same for what goes wrong on the way. */
const ways: Readonly<Record<string, string>> = {
  ECONNREFUSED: "no server answers there: check host and port, and that it runs",
  ENOTFOUND: "there is no such host: check the address",
  EAI_AGAIN: "the host cannot be looked up: check the network",
  ECONNRESET: "the server went away in the middle of its answer: try again",
  ERR_STREAM_PREMATURE_CLOSE: "the server went away in the middle of its answer: try again",
  EPROTO: "that is no HTTPS server: use clickhouse:// for HTTP",
};

/** An error of a server or of the way to it as one line that says what to do; no secret is in it. */
export function faultOf(error: unknown, { address }: ClickHouseTable): InputError {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const known = mends[String(code)] ?? ways[String(code)];
  const text = oneLine(message ?? String(error));
  if (known !== undefined) return new InputError(`${address}: ${known}`);
  if (/timeout/i.test(text)) {
    return new InputError(`${address}: the server did not answer in time: try again later`);
  }
  if (/aborted|hang up|premature|terminated|Unexpected end/i.test(text)) {
    return new InputError(`${address}: ${ways.ECONNRESET}`);
  }
  if (code !== undefined && /^\d+$/.test(String(code))) {
    return new InputError(`${address}: the server says: ${text} (code ${code})`);
  }
  return new InputError(`${address}: is no ClickHouse server, or a broken one: ${text}`);
}

const LONGEST = 300;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
