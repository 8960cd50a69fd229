import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerInMemory } from "../../src/store/publishers/answer.ts";
import type { Outcome, Publisher } from "../../src/store/publishers/publisher.ts";
import { publishers } from "../../src/store/publishers/registry.ts";
import { hasRecorded, recordedAnswers } from "./recorded.ts";

/** The publisher of each folder of recorded answers. */
const folders: Readonly<Record<string, string>> = {
  bea: "bea",
  bls: "bls",
  census: "census-api",
  comtrade: "comtrade",
  eurostat: "eurostat",
  oecd: "oecd",
  usitc: "usitc",
};

/** What each recorded answer must be taken for; all others are data. */
const outcomes: Readonly<Record<string, Outcome["kind"]>> = {
  "bea/05-bad-key-error-in-200": "fix-key",
  "bea/06-key-not-active-error-4": "fix-key",
  "bea/07-error-above-results": "fix-key",
  "bea/08-bad-parameter-error-40": "fix-query",
  "bea/09-quota-error-7-in-200": "slow-down",
  "bea/10-quota-429-blocked-for-an-hour": "stop",
  "bls/03-daily-limit-200": "stop",
  "bls/05-no-data-message-in-success": "empty",
  "bls/06-unknown-series-in-success": "fix-query",
  "census/09-no-records-204": "empty",
  "census/10-no-records-204-zero-trade": "empty",
  "census/11-bad-variable-400": "fix-query",
  "census/12-bad-variable-400-recorded-other-dataset": "fix-query",
  "census/13-too-large-or-wrong-combination": "cut-off",
  "census/14-missing-key-302": "fix-key",
  "census/15-missing-key-page-200-after-redirect": "fix-key",
  "census/16-invalid-key-302": "fix-key",
  "census/17-invalid-key-page-200": "fix-key",
  "comtrade/02-empty-200-count-0": "empty",
  "comtrade/05-bulk-empty": "empty",
  "comtrade/06-preview-year-out-of-range": "empty",
  "comtrade/07-invalid-key-401": "fix-key",
  "comtrade/08-missing-key-401": "fix-key",
  "comtrade/09-rate-limit-429": "slow-down",
  "comtrade/10-daily-quota-403": "stop",
  "comtrade/11-preview-two-periods-400": "fix-query",
  "comtrade/12-bad-parameter-400": "fix-query",
  "comtrade/13-server-error-500": "failed",
  "eurostat/04-queued-200": "wait",
  "eurostat/05-async-status-processing": "wait",
  "eurostat/06-async-status-available": "wait",
  "eurostat/07-async-status-expired": "wait",
  "eurostat/09-unknown-dataset-404": "fix-query",
  "eurostat/10-wrong-key-arity-400": "fix-query",
  "eurostat/11-bad-code-400": "fix-query",
  "eurostat/12-too-big-413": "cut-off",
  "eurostat/13-no-results": "empty",
  "oecd/06-empty-404-NoResultsFound": "empty",
  "oecd/07-empty-404-NoRecordsFound": "empty",
  "oecd/08-unknown-flow-404": "fix-query",
  "oecd/09-wrong-space-500": "fix-query",
  "oecd/10-no-accept-language-500": "fix-query",
  "oecd/11-lastNObservations-413": "fix-query",
  "oecd/12-rate-limit-429-retry-after-0": "slow-down",
  "oecd/13-download-limit-429": "stop",
  "oecd/14-limit-text-with-200": "stop",
  "oecd/15-limit-text-with-403": "slow-down",
  "oecd/16-wrong-key-length": "fix-query",
  "usitc/03-runReport-unfinished": "wait",
  "usitc/04-runReport-errors-in-200": "fix-query",
  "usitc/05-data-load-mode": "stop",
  "usitc/06-wrong-classification-503": "failed",
  "usitc/07-no-token-401": "fix-key",
  "usitc/08-rate-limit-429": "slow-down",
  "usitc/09-saved-queries-without-token": "empty",
};

const publisherOf = (id: string): Publisher => publishers.find((one) => one.id === id)!;

describe("a recorded answer", () => {
  const all = recordedAnswers();
  const without = hasRecorded ? "" : " (skipped: the recorded answers are not there)";

  it.skipIf(!hasRecorded)(`is there 86 times, and each expectation names one${without}`, () => {
    expect(all).toHaveLength(86);
    expect(Object.keys(outcomes).filter((name) => !all.some((one) => one.name === name))).toEqual(
      [],
    );
  });

  it.each(all.map((one) => [one.name, one] as const))("%s is told", (name, { answer, request }) => {
    const id = name.startsWith("census/18") ? "census-country" : folders[name.split("/")[0]!]!;
    const outcome = publisherOf(id).classify(answer, request);
    expect(outcome.kind, JSON.stringify(outcome)).toBe(outcomes[name] ?? "data");
  });

  it.skipIf(!hasRecorded)(`would often be told wrong by its status alone${without}`, () => {
    const misleading = all.filter(({ name, status }) => {
      const kind = outcomes[name] ?? "data";
      const byStatus = status === 200 ? ["data"] : status === 204 ? ["empty"] : byError(status);
      return !byStatus.includes(kind);
    });
    expect(misleading.length).toBeGreaterThanOrEqual(25);
  });
});

const shared = process.env.TRADE_METRICS_SHARED ?? "../shared";
const workbook = join(shared, "data", "census-country", "country.xlsx");
const isThere = existsSync(workbook);

it.skipIf(!isThere)(
  `the country file as it was published is data, and cut off anywhere it is not${isThere ? "" : " (skipped: it is not there)"}`,
  () => {
    const bytes = readFileSync(workbook);
    const asked = { label: "country.xlsx", url: "https://www.census.gov/" };
    const kind = (length: number) =>
      publisherOf("census-country").classify(
        answerInMemory(200, {}, bytes.subarray(0, length)),
        asked,
      ).kind;
    expect(kind(bytes.length)).toBe("data");
    for (const part of [0.1, 0.5, 0.999])
      expect(kind(Math.floor(bytes.length * part))).toBe("failed");
    expect(kind(bytes.length - 1)).toBe("failed");
  },
);

/** What the status of an error stands for by the rules of HTTP. */
function byError(status: number): string[] {
  if (status === 401 || status === 403) return ["fix-key"];
  if (status === 429) return ["slow-down"];
  if (status >= 500) return ["failed"];
  return ["fix-query"];
}

describe("an answer typed from the publishers' documentation", () => {
  const asked = {
    label: "test",
    url: "https://api.census.gov/data?get=CTY_CODE,ALL_VAL_MO&time=2024-01",
  };
  const told = (id: string, status: number, body: string, headers: Record<string, string> = {}) =>
    publisherOf(id).classify(answerInMemory(status, headers, Buffer.from(body)), asked);

  it.each<[string, number, string, Outcome["kind"]]>([
    ["census-api", 200, '[["CTY_CODE","ALL_VAL_MO","time"],\n["1220","1","2024-01"]]', "data"],
    ["census-api", 204, "", "empty"],
    ["census-api", 200, "<html><head><title>Missing Key</title></head></html>", "fix-key"],
    ["census-api", 400, "error: error: unknown variable 'GEN_VAL_MO'", "fix-query"],
    ["comtrade", 200, '{"elapsedTime":"0.1 secs","count":0,"data":[],"error":""}', "empty"],
    ["comtrade", 403, '{"statusCode":403,"message":"Out of call volume quota."}', "stop"],
    ["comtrade", 200, '{"elapsedTime":"9 secs","count":100000,"data":[{"a":1}]}', "cut-off"],
    ["oecd", 404, "NoResultsFound", "empty"],
    ["oecd", 500, "languageTag1", "fix-query"],
    ["oecd", 429, "You have exceeded the number of requests currently permitted", "slow-down"],
    [
      "eurostat",
      200,
      "<?xml version='1.0'?><S:Fault><faultstring>NO_RESULTS: none</faultstring>",
      "empty",
    ],
    ["bea", 200, '{"BEAAPI":{"Results":[{"Error":[{"APIErrorCode":"3"}]}]}}', "fix-key"],
    [
      "bls",
      200,
      '{"status":"REQUEST_NOT_PROCESSED","message":["daily threshold"],"Results":{}}',
      "stop",
    ],
    ["usitc", 200, '{"dto":null}', "wait"],
  ])("of %s with status %i is told", (id, status, body, kind) => {
    expect(told(id, status, body).kind).toBe(kind);
  });

  it("is never data where its end is missing", () => {
    expect(told("census-api", 200, '[["CTY_CODE","ALL_VAL_MO"],\n["1220","1').kind).toBe("failed");
    expect(told("comtrade", 200, '{"elapsedTime":"1 secs","count":2,"data":[{"peri').kind).toBe(
      "failed",
    );
  });

  it("is never data where a column has another name, which is named", () => {
    const outcome = told("census-api", 200, '[["CTY_CODE","ALL_VALUE","time"],\n["1","2","3"]]');
    expect(outcome).toMatchObject({ kind: "failed", again: false });
    expect("message" in outcome && outcome.message).toMatch(/no column ALL_VAL_MO .*ALL_VALUE/);
  });

  it("asks to wait at least a minute where the OECD says 0 seconds", () => {
    const text =
      "You have exceeded the number of requests currently permitted in the OECD Data API.";
    expect(told("oecd", 429, text, { "retry-after": "0" })).toMatchObject({ seconds: 60 });
  });

  it("waits until the time that is named, by the clock of the service", () => {
    const headers = {
      "retry-after": "Thu, 26 Nov 2026 12:02:00 GMT",
      date: "Thu, 26 Nov 2026 12:00:00 GMT",
    };
    expect(told("usitc", 429, "", headers)).toMatchObject({ kind: "slow-down", seconds: 120 });
  });

  it("is a failure with its title where a page came instead of data", () => {
    const page = "<!DOCTYPE html><html><head><title>Down for maintenance</title></head></html>";
    for (const { id, classify } of publishers) {
      const outcome = classify(answerInMemory(200, {}, Buffer.from(page)), asked);
      expect([id, outcome.kind]).toEqual([id, "failed"]);
      expect("message" in outcome && outcome.message).toContain("Down for maintenance");
    }
  });

  it("that sends the caller on is not followed, and says where to", () => {
    for (const { id, classify } of publishers) {
      const headers = { location: "https://elsewhere.example/" };
      const outcome = classify(answerInMemory(301, headers, Buffer.from("")), asked);
      expect([id, outcome.kind]).toEqual([id, "failed"]);
      expect("message" in outcome && outcome.message).toContain("https://elsewhere.example/");
    }
  });
});
