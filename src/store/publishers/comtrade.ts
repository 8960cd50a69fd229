import type { Answer } from "./answer.ts";
import { at, beginning, ending, jsonOf, missingColumns, quoted, secondsToWait } from "./look.ts";
import { previousYear, yearsOf } from "./months.ts";
import type { Outcome, PlannedRequest, Publisher } from "./publisher.ts";
import { toldInWords } from "./told.ts";
import { unexpected } from "./unexpected.ts";

/** Rows that one call gives at most: with a key, and in the preview without. */
const LARGEST = { data: 100_000, preview: 500 };
/** Periods that one call takes at most. */
const PERIODS = 12;

/** UN Comtrade, API v1. */
export const comtrade: Publisher = {
  id: "comtrade",
  title: "UN Comtrade",
  service: {
    address: "https://comtradeapi.un.org/data/v1/get",
    headers: {},
    limits: [
      { calls: 10, seconds: 60 },
      { calls: 500, seconds: 86_400 },
    ],
    key: {
      variable: "COMTRADE_API_KEY",
      place: "header",
      name: "Ocp-Apim-Subscription-Key",
      page: "https://comtradedeveloper.un.org",
    },
    terms: "for your own use: passing figures on needs the permission of the UN",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "comtrade",
      title: "Goods of any reporter, yearly, HS (UN Comtrade)",
      standard: false,
      format: "comtrade",
      everyDays: 31,
      parameters: [
        {
          name: "reporterCode",
          title: "reporter, UN code (842 is the United States)",
          usual: "842",
        },
        { name: "partnerCode", title: "partners, UN codes with commas; all for all", usual: "all" },
        { name: "period", title: "years, 2021..2023", usual: "the two latest complete years" },
        { name: "flowCode", title: "flows: M imports, X exports", usual: "M,X" },
        { name: "cmdCode", title: "HS codes with commas, or TOTAL", usual: "TOTAL" },
      ],
      plan(values, today) {
        const last = Number(previousYear(today));
        const named = /\d/.test(values.period!) ? values.period! : `${last - 1}..${last}`;
        const years = yearsOf(named);
        return Array.from({ length: Math.ceil(years.length / PERIODS) }, (_, index) =>
          callFor(values, years.slice(index * PERIODS, (index + 1) * PERIODS)),
        );
      },
      split: byPeriodOrFlow,
    },
  ],
  classify,
};

function callFor(
  values: Readonly<Record<string, string>>,
  years: readonly string[],
): PlannedRequest {
  const { reporterCode, partnerCode, flowCode, cmdCode } = values;
  const query = new URLSearchParams({
    ...{ reporterCode: reporterCode!, period: years.join(",") },
    ...(partnerCode === "all" ? {} : { partnerCode: partnerCode! }),
    ...{ flowCode: flowCode!, cmdCode: cmdCode!, motCode: "0", customsCode: "C00" },
    ...{ partner2Code: "0", includeDesc: "TRUE" },
  });
  const span = years.length > 1 ? `${years[0]}-${years.at(-1)}` : years[0];
  return {
    label: `${reporterCode}-${span}`,
    url: `${comtrade.service.address}/C/A/HS?${query}`,
  };
}

/** One year at a time, and then one flow at a time. */
function byPeriodOrFlow({ label, url }: PlannedRequest): readonly PlannedRequest[] {
  for (const name of ["period", "flowCode"]) {
    const parts = new URL(url).searchParams.get(name)?.split(",") ?? [];
    if (parts.length < 2) continue;
    return parts.map((part) => {
      const address = new URL(url);
      address.searchParams.set(name, part);
      return { label: `${label}-${part}`, url: String(address) };
    });
  }
  return [];
}

function classify(answer: Answer, request: PlannedRequest): Outcome {
  const { status } = answer;
  if (status === 204) return { kind: "empty" };
  const start = beginning(answer);
  // Refusals are short; where data stand there may be a hundred megabytes.
  const isRefusal = status !== 200 || !/"data"\s*:\s*\[\s*\{/.test(start);
  const message = isRefusal ? messageIn(jsonOf(answer)) : "";
  if (/out of [\w ]+ quota/i.test(message)) return { kind: "stop", message };
  if (/subscription key/i.test(message) && status !== 429) return { kind: "fix-key", message };
  if (status === 401) return { kind: "fix-key", message: message || "the key is not accepted" };
  if (status === 429) {
    const named = secondsNamed(message) ?? 2;
    const seconds = secondsToWait(answer, named);
    return { kind: "slow-down", seconds, message: message || "too many calls" };
  }
  if (status === 400) {
    return {
      kind: "fix-query",
      message: message || "the query is refused (the preview takes one period)",
    };
  }
  if (message !== "") {
    const told = toldInWords(answer, message, true);
    if (told?.kind === "slow-down") {
      return { ...told, seconds: secondsNamed(message) ?? told.seconds };
    }
    if (told !== null) return told;
    if (status !== 200) return { kind: "failed", message, again: status >= 500 };
    return { kind: "fix-query", message };
  }
  const count = /"count"\s*:\s*(\d+)/.exec(start);
  if (status !== 200 || count === null || !start.startsWith("{")) {
    return unexpected(answer, "an answer with a count", true);
  }
  if (!ending(answer).endsWith("}")) {
    return { kind: "failed", message: "the answer is cut off", again: true };
  }
  const rows = Number(count[1]);
  if (rows === 0) return { kind: "empty" };
  const most = request.url.includes("/preview/") ? LARGEST.preview : LARGEST.data;
  if (rows >= most) return { kind: "cut-off", message: `only the first ${most} rows came` };
  const columns = request.url.includes("/bulk/")
    ? ["fileUrl"]
    : ["period", "flowCode", "primaryValue"];
  return missingColumns(namesOfFirstRow(answer), columns) ?? { kind: "data" };
}

/** What a refusal says, in any of the places where it may stand. */
function messageIn(json: unknown): string {
  const places = [["message"], ["errorObject", "errorMessage"], ["error"], ["title"]];
  const said = places.map((path) => at(json, ...path));
  const found = said.find((text) => typeof text === "string" && text.trim() !== "");
  return quoted(typeof found === "string" ? found : "");
}

/** The seconds in `Try again in 2 seconds`. */
function secondsNamed(message: string): number | null {
  const named = /in (\d+) seconds?/.exec(message)?.[1];
  return named === undefined ? null : Number(named);
}

function namesOfFirstRow(answer: Answer): string[] {
  const row = /"data"\s*:\s*\[\s*(\{[^{}]*\})/.exec(beginning(answer))?.[1] ?? "";
  return [...row.matchAll(/"(\w+)"\s*:/g)].map(([, name]) => name!);
}
