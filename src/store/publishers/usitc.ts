import { InputError } from "../../errors.ts";
import type { Answer } from "./answer.ts";
import { at, jsonOf, pageTitle, quoted, secondsToWait } from "./look.ts";
import type { Outcome, PlannedRequest, Publisher } from "./publisher.ts";
import { unexpected } from "./unexpected.ts";

/** Rows that one report gives at most. */
const LARGEST = 20_000;

/** US International Trade Commission, DataWeb: the report of a query that its site can save. */
export const usitc: Publisher = {
  id: "usitc",
  title: "USITC DataWeb",
  service: {
    address: "https://datawebws.usitc.gov/dataweb/api/v2/report2/runReport",
    headers: { "content-type": "application/json; charset=utf-8" },
    limits: [{ calls: 1, seconds: 5 }],
    key: {
      ...{ variable: "DATAWEB_TOKEN", place: "header", name: "Authorization", prefix: "Bearer " },
      page: "https://dataweb.usitc.gov",
    },
    terms: "public domain",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "dataweb",
      title: "The report of a DataWeb query",
      standard: false,
      format: "dataweb",
      soleOfFormat: true,
      everyDays: 31,
      parameters: [
        { name: "query", title: "the query as JSON; @FILE reads it from a file", usual: null },
      ],
      plan(values) {
        const body = values.query!;
        let query: unknown;
        try {
          query = JSON.parse(body);
        } catch {
          throw new InputError("--set query: is not JSON (use --set query=@FILE for a file)");
        }
        // Its answer does not say in what its figures are counted.
        const scale = at(query, "searchOptions", "componentSettings", "scale") ?? "1";
        if (String(scale) !== "1") {
          throw new InputError(
            '--set query: searchOptions.componentSettings.scale: expected "1", whole dollars',
          );
        }
        return [{ label: "report", url: usitc.service.address, body }];
      },
    },
  ],
  classify,
};

function classify(answer: Answer, request: PlannedRequest): Outcome {
  const { status } = answer;
  const json = jsonOf(answer);
  if (status === 401 || (status === 403 && pageTitle(answer) === null)) {
    return { kind: "fix-key", message: "the token is not accepted (tokens end after six months)" };
  }
  if (/data load mode/i.test(Buffer.from(answer.start).toString("utf8"))) {
    return { kind: "stop", message: "DataWeb is loading new data" };
  }
  if (status === 429) {
    return { kind: "slow-down", seconds: secondsToWait(answer, 30), message: "too many calls" };
  }
  if (status === 503) {
    const again = !/"NAICS"/.test(request.body ?? "");
    const message = again
      ? "the service is unavailable, or it does not know the classification of the query (it says NAIC for NAICS)"
      : 'the classification is called "NAIC", not "NAICS"';
    return again ? { kind: "failed", message, again } : { kind: "fix-query", message };
  }
  if (status === 204) return { kind: "empty" };
  if (status !== 200 || json === undefined) return unexpected(answer, "JSON", true);
  if (Array.isArray(at(json, "list"))) {
    return (at(json, "list") as unknown[]).length > 0 ? { kind: "data" } : { kind: "empty" };
  }
  const report = at(json, "dto");
  // An unfinished report has no number to ask for: the same query is posted again.
  if (report === null) return { kind: "wait", seconds: 5, next: null };
  if (report === undefined) return unexpected(answer, "a report", true);
  const errors = [at(report, "errors") ?? []].flat();
  if (errors.length > 0)
    return { kind: "fix-query", message: quoted(errors.map(wordsOf).join("; ")) };
  const rows = rowCounts(report);
  if (rows.length === 0 || rows.every((count) => count === 0)) return { kind: "empty" };
  if (rows.some((count) => count === LARGEST)) {
    return { kind: "cut-off", message: `only the first ${LARGEST} rows came` };
  }
  return { kind: "data" };
}

/** An error as text, or the message of one that is an object. */
function wordsOf(error: unknown): string {
  if (typeof error === "string") return error;
  const message = at(error, "message") ?? at(error, "errorMessage");
  return typeof message === "string" ? message : JSON.stringify(error);
}

/** The rows of each table. */
function rowCounts(report: unknown): number[] {
  const tables = at(report, "tables");
  if (!Array.isArray(tables)) return [];
  return tables.map((table) =>
    [at(table, "row_groups") ?? []]
      .flat()
      .reduce<number>((sum, group) => sum + [at(group, "rowsNew") ?? []].flat().length, 0),
  );
}
