import type { Answer } from "./answer.ts";
import { beginning, ending, missingColumns, pageTitle, quoted } from "./look.ts";
import { monthsFrom, monthsOf, previousYear } from "./months.ts";
import type { Outcome, PlannedRequest, Publisher } from "./publisher.ts";
import { unexpected } from "./unexpected.ts";

const KEY_PAGE = "https://api.census.gov/data/key_signup.html";
const noKey: Outcome = { kind: "fix-key", message: "no key was sent" };
const badKey: Outcome = {
  kind: "fix-key",
  message: "the key is not accepted (a new key works only after the link in its e-mail was opened)",
};

/** The figures by flow: where they are, and what they are called. */
const flows = [
  { path: "exports/hs", label: "exports", code: "E_COMMODITY", values: ["ALL_VAL_MO"] },
  {
    path: "imports/hs",
    label: "imports",
    code: "I_COMMODITY",
    values: ["GEN_VAL_MO", "CON_VAL_MO"],
  },
] as const;

/** US Census Bureau, International Trade API: a table as an array of arrays, header first. */
export const censusApi: Publisher = {
  id: "census-api",
  title: "US Census Bureau, International Trade API",
  service: {
    address: "https://api.census.gov/data/timeseries/intltrade",
    headers: {},
    limits: [{ calls: 1, seconds: 1 }],
    key: { variable: "CENSUS_API_KEY", place: "query", name: "key", page: KEY_PAGE },
    terms: "public domain; say that the Census Bureau does not endorse what uses its API",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "census-hs2",
      title: "US goods by HS chapter and partner, monthly",
      standard: true,
      format: "census-api",
      everyDays: 31,
      parameters: [
        { name: "from", title: "first month", usual: "January of last year" },
        { name: "to", title: "last month", usual: "this month" },
      ],
      plan(values, today) {
        const from = monthsOf(values.from!, `${previousYear(today)}-01`).first;
        const to = monthsOf(values.to!, today.slice(0, 7)).last;
        return monthsFrom(from, to).flatMap((month) => flows.map((flow) => monthOf(flow, month)));
      },
      split: byFirstDigit,
    },
  ],
  classify,
  released: lastUpdate,
};

function monthOf(flow: (typeof flows)[number], month: string): PlannedRequest {
  const get = ["CTY_CODE", "CTY_NAME", flow.code, ...flow.values, "LAST_UPDATE"].join(",");
  return {
    label: `${flow.label}-${month}`,
    url: `${censusApi.service.address}/${flow.path}?get=${get}&time=${month}&COMM_LVL=HS2`,
  };
}

/** The chapters of one first digit at a time. */
function byFirstDigit(request: PlannedRequest): readonly PlannedRequest[] {
  const code = request.url.includes("/exports/") ? "E_COMMODITY" : "I_COMMODITY";
  const url = request.url.replace(`${code},`, "");
  if (url === request.url) return [];
  return [..."0123456789"].map((digit) => ({
    label: `${request.label}-chapters-${digit}`,
    url: `${url}&${code}=${digit}*`,
  }));
}

function classify(answer: Answer, request: PlannedRequest): Outcome {
  const { status, headers } = answer;
  if (status === 204) return { kind: "empty" };
  const { location = "", "x-datawebapi-keyerror": keyError } = headers;
  if (/\bmissing_key\b/i.test(location)) return noKey;
  if (keyError !== undefined || /\binvalid_key\b/i.test(location)) return badKey;
  const title = pageTitle(answer) ?? "";
  if (/missing key/i.test(title)) return noKey;
  if (/invalid key/i.test(title)) return badKey;
  const text = beginning(answer);
  if (status === 400) return { kind: "fix-query", message: quoted(text) || "the query is refused" };
  if (status === 500 && text.startsWith("There was an error while running your query")) {
    return { kind: "cut-off", message: "the query is too large, or mixes two classifications" };
  }
  if (status !== 200 || !/^\[\s*\[/.test(text)) return unexpected(answer, "an array of rows", true);
  if (!/\]\s*\]$/.test(ending(answer))) {
    return { kind: "failed", message: "the answer is cut off", again: true };
  }
  const missing = missingColumns(headerOf(text), askedFor(request));
  if (missing !== null) return missing;
  return /\]\s*,\s*\[/.test(text) ? { kind: "data" } : { kind: "empty" };
}

function headerOf(text: string): string[] {
  const row = /\[\s*(\[[^\]]*\])/.exec(text)?.[1];
  return row === undefined ? [] : (JSON.parse(row) as string[]);
}

function askedFor({ url }: PlannedRequest): string[] {
  return new URL(url).searchParams.get("get")?.split(",") ?? [];
}

/** The column `LAST_UPDATE` of the first row, where it was asked for. */
function lastUpdate(answer: Answer): string | null {
  const rows = /^\[\s*(\[[^\]]*\])\s*,\s*(\[[^\]]*\])/.exec(beginning(answer));
  if (rows === null) return null;
  const column = (JSON.parse(rows[1]!) as string[]).indexOf("LAST_UPDATE");
  const value = (JSON.parse(rows[2]!) as string[])[column] ?? "";
  return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null;
}
