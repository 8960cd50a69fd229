import type { Answer } from "./answer.ts";
import { at, jsonOf, missingColumns, quoted, secondsToWait } from "./look.ts";
import type { Outcome, Publisher } from "./publisher.ts";
import { unexpected } from "./unexpected.ts";

/** Codes of `APIErrorCode` that speak of the key: none or not valid, unknown, not active. */
const KEY_ERRORS = new Set(["1", "3", "4"]);
const QUOTA_ERROR = "7";

/** Bureau of Economic Analysis: international transactions, by partner. */
export const bea: Publisher = {
  id: "bea",
  title: "Bureau of Economic Analysis",
  service: {
    address: "https://apps.bea.gov/api/data/",
    headers: {},
    limits: [
      { calls: 1, seconds: 2 },
      { calls: 90, seconds: 60 },
    ],
    key: {
      variable: "BEA_API_KEY",
      place: "query",
      name: "UserID",
      page: "https://apps.bea.gov/API/signup/",
    },
    terms: "public domain; BEA does not endorse what uses its API",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "bea-trade",
      title: "US goods and services by partner, balance-of-payments basis, yearly",
      standard: true,
      format: "bea",
      everyDays: 92,
      parameters: [
        {
          name: "indicators",
          title: "series of the ITA tables",
          usual: "ExpGds,ImpGds,ExpServ,ImpServ",
        },
        {
          name: "frequency",
          title: "A yearly, QSA quarterly, adjusted, QNSA not adjusted",
          usual: "A",
        },
      ],
      plan: (values) =>
        values.indicators!.split(",").map((indicator) => {
          const query = new URLSearchParams({
            ...{ method: "GetData", datasetname: "ITA", Indicator: indicator.trim() },
            ...{ AreaOrCountry: "All", Frequency: values.frequency!, Year: "ALL" },
            ResultFormat: "JSON",
          });
          return { label: indicator.trim(), url: `${bea.service.address}?${query}` };
        }),
    },
  ],
  classify,
  released(answer) {
    const time = at(resultsOf(jsonOf(answer)), "UTCProductionTime");
    return typeof time === "string" ? (/^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? null) : null;
  },
};

function classify(answer: Answer): Outcome {
  if (answer.status === 429) {
    const minutes = Math.round(secondsToWait(answer, 3600) / 60);
    return { kind: "stop", message: `too many calls; BEA answers again in ${minutes} minutes` };
  }
  const json = jsonOf(answer);
  if (answer.status === 204) return { kind: "empty" };
  const results = resultsOf(json);
  const error = first(at(json, "BEAAPI", "Error")) ?? errorIn(at(json, "BEAAPI", "Results"));
  if (error !== undefined) return refusal(error);
  if (answer.status !== 200 || json === undefined) return unexpected(answer, "JSON", true);
  if (at(json, "BEAAPI") === undefined) return releaseDates(json, answer);
  const row = first(at(results, "Data"));
  if (row === undefined) return { kind: "empty" };
  return missingColumns(Object.keys(row), ["TimePeriod", "DataValue"]) ?? { kind: "data" };
}

/** Refusals come with the status of success, in one of two places, alone or in a list. */
function refusal(error: object): Outcome {
  const code = String(at(error, "APIErrorCode") ?? "");
  const detail = at(error, "ErrorDetail", "Description");
  const said = [at(error, "APIErrorDescription"), detail].filter(
    (text) => typeof text === "string",
  );
  const message = quoted(said.join(" ")) || `error ${code}`;
  const isOfKey = KEY_ERRORS.has(code) || /user ?id/i.test(message);
  if (isOfKey) return { kind: "fix-key", message };
  if (code === QUOTA_ERROR || /exceeded/i.test(message))
    return { kind: "slow-down", seconds: 60, message };
  if (/unknown error|internal error|try again|unavailable at this time/i.test(message)) {
    return { kind: "failed", message, again: true };
  }
  return { kind: "fix-query", message };
}

/** The error that stands beside data, in one object or in any of a list. */
function errorIn(results: unknown): object | undefined {
  for (const one of [results].flat()) {
    const error = first(at(one, "Error"));
    if (error !== undefined) return error;
  }
  return undefined;
}

/** The calendar of releases, which needs no key. */
function releaseDates(json: unknown, answer: Answer): Outcome {
  const isCalendar =
    typeof json === "object" &&
    Object.values(json ?? {}).some((entry) => Array.isArray(at(entry, "release_dates")));
  return isCalendar ? { kind: "data" } : unexpected(answer, "BEAAPI", true);
}

function resultsOf(json: unknown): unknown {
  return first(at(json, "BEAAPI", "Results"));
}

/** The object itself, or the first of a list of objects. */
function first(value: unknown): object | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "object" && one !== null ? one : undefined;
}
