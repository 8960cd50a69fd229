import { InputError } from "../../../errors.ts";

/** A table of a ClickHouse server. */
export interface ClickHouseTable {
  /** The address as it was given, which holds no secret. */
  readonly address: string;
  /** The HTTP interface of the server. */
  readonly url: string;
  readonly database: string;
  readonly table: string;
}

const FORM = "clickhouse://HOST:8123/DATABASE/TABLE";

/**
 * Reads the address of a table, such as `clickhouse://localhost:8123/trade/records`; `clickhouses` is
 * over HTTPS. Names with special characters are percent-encoded.
 * @throws InputError for anything else. One that may hold a password is not shown.
 */
export function clickhouseTable(address: string): ClickHouseTable {
  const [, scheme = "", rest = ""] = /^(clickhouses?):\/\/(.*)$/is.exec(address) ?? [];
  const [place = "", ...steps] = rest.split("/");
  if (rest.includes("@") || /[?#]/.test(rest)) {
    throw new InputError(
      `${scheme}://…: user, password and settings do not stand in an address (set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, and use ${FORM})`,
    );
  }
  const names = steps.map((step) => decoded(step));
  if (place === "" || names.length !== 2 || names.some((name) => !name)) {
    throw new InputError(`${address}: names no table (use ${FORM})`);
  }
  const isSecure = scheme.toLowerCase() === "clickhouses";
  const port = /:\d+$/.test(place) ? "" : isSecure ? ":8443" : ":8123";
  const url = `${isSecure ? "https" : "http"}://${place}${port}`;
  if (!URL.canParse(url)) throw new InputError(`${address}: names no host (use ${FORM})`);
  return { address, url, database: names[0]!, table: names[1]! };
}

function decoded(step: string): string | null {
  try {
    return decodeURIComponent(step);
  } catch {
    return null;
  }
}
