import { describe, expect, it } from "vitest";
import { answerInMemory } from "../../src/store/publishers/answer.ts";
import type { Outcome } from "../../src/store/publishers/publisher.ts";
import { publishers } from "../../src/store/publishers/registry.ts";

const asked = {
  label: "test",
  url: "https://api.census.gov/data?get=CTY_CODE,ALL_VAL_MO&time=2024-01",
};

function told(id: string, status: number, body: string, headers: Record<string, string> = {}) {
  const { classify } = publishers.find((one) => one.id === id)!;
  return classify(answerInMemory(status, headers, Buffer.from(body)), asked);
}

/** Those that are asked a question, which may have no answer. */
const asking = publishers.map(({ id }) => id).filter((id) => id !== "census-country");
const withKey = publishers.filter(({ service }) => service.key !== null).map(({ id }) => id);
const all = publishers.map(({ id }) => id);

const page = (title: string, text = "") =>
  `<!DOCTYPE html><html><head><title>${title}</title><style>p{}</style></head><body><p>${text}</p></body></html>`;

describe("an answer of any publisher", () => {
  it.each(asking)("without content says that nothing was found: %s", (id) => {
    expect(told(id, 204, "").kind).toBe("empty");
  });

  it.each(all)("of nothing at all with the status of success is no data: %s", (id) => {
    expect(told(id, 200, "")).toMatchObject({ kind: "failed", again: true });
  });

  it.each(all)("that is a page is no data, however it begins: %s", (id) => {
    for (const before of ["", "\ufeff", "\n<!-- edge -->\n", '<?xml version="1.0"?>\n']) {
      const outcome = told(id, 200, `${before}${page("Scheduled maintenance")}`);
      expect(outcome).toMatchObject({ kind: "failed", again: true });
      expect("message" in outcome && outcome.message).toContain("Scheduled maintenance");
    }
  });

  it.each(all)("of too many calls is waited for as long as it asks, in seconds: %s", (id) => {
    const outcome = told(id, 429, "", { "retry-after": "4000" });
    expect(["slow-down", "stop"]).toContain(outcome.kind);
    if (outcome.kind === "slow-down") expect(outcome.seconds).toBe(4000);
  });

  it.each(all)("of too many calls is waited for until the time that it names: %s", (id) => {
    const until = new Date(Date.now() + 4_000_000).toUTCString();
    // Without a clock of the service it is by ours.
    const outcome = told(id, 429, "", { "retry-after": until });
    if (outcome.kind !== "slow-down") return expect(outcome.kind).toBe("stop");
    expect(Math.abs(outcome.seconds - 4000)).toBeLessThan(10);
  });

  it.each(all)("of a limit in words is no data, whatever its status: %s", (id) => {
    for (const status of [200, 403, 503]) {
      if (id === "usitc" && status !== 200) continue;
      const text = page("Error 1015", "You are being rate limited");
      expect([status, told(id, status, text).kind]).toEqual([status, "slow-down"]);
      const daily = "The daily quota of requests has been exceeded";
      expect([status, told(id, status, daily).kind]).toEqual([status, "stop"]);
    }
  });

  it.each(all)("that the service is not there is tried again: %s", (id) => {
    if (id === "usitc") return;
    expect(told(id, 503, page("Service Unavailable"))).toMatchObject({ again: true });
    const soon = told(id, 503, page("Service Unavailable"), { "retry-after": "90" });
    expect(soon).toMatchObject({ kind: "slow-down", seconds: 90 });
  });

  it.each(withKey)("with the status of a refused key is one: %s", (id) => {
    expect(told(id, 401, "").kind).toBe("fix-key");
    expect(told(id, 401, page("Unauthorized")).kind).toBe("fix-key");
  });

  it.each(withKey)("that refuses a key in words is one, whatever its status: %s", (id) => {
    const text = '{"fault":"The API key provided is invalid or has expired"}';
    for (const status of [200, 403]) expect(told(id, status, text).kind).toBe("fix-key");
  });

  it.each(withKey)(
    "that sends to a page to sign in asks for a key, and is not followed: %s",
    (id) => {
      const headers = { location: "https://secure.example/openid/login?next=/" };
      expect(told(id, 302, "", headers).kind).toBe("fix-key");
    },
  );

  it.each(all)("of an address that is too long, or an answer that is too large: %s", (id) => {
    if (id === "census-country") return;
    expect(["cut-off", "fix-query"]).toContain(told(id, 414, "").kind);
    expect(["cut-off", "fix-query"]).toContain(told(id, 413, "").kind);
  });
});

describe("what single services do", () => {
  it.each<[string, string, number, string, Outcome["kind"], Record<string, string>?]>([
    ["a header alone", "census-api", 200, '[["CTY_CODE","ALL_VAL_MO","time"]]', "empty"],
    [
      "a redirect without the header of keys",
      ...(["census-api", 302, "", "fix-key"] as const),
      { location: "https://api.census.gov/data/invalid_key.html" },
    ],
    ["a title in small letters", "census-api", 200, page("Invalid key"), "fix-key"],
    [
      "a refusal of the gateway with the status of success",
      "comtrade",
      200,
      '{ "statusCode": 401, "message": "Access denied due to invalid subscription key." }',
      "fix-key",
    ],
    [
      "the bandwidth of the day",
      "comtrade",
      403,
      '{ "statusCode": 403, "message": "Out of bandwidth quota. Quota will be replenished in 1.02:03:04." }',
      "stop",
    ],
    [
      "an error beside no rows",
      "comtrade",
      200,
      '{"elapsedTime":"0.1 secs","count":0,"data":[],"error":"cmdCode 0101XX is not valid"}',
      "fix-query",
    ],
    [
      "the parts of an answer in another order",
      "comtrade",
      200,
      '{"count":1,"data":[{"period":"2023","flowCode":"X","primaryValue":1}],"elapsedTime":"1 secs"}',
      "data",
    ],
    [
      "an error in a list of results",
      "bea",
      200,
      '{"BEAAPI":{"Results":[{"Data":[]},{"Error":{"APIErrorCode":"1","APIErrorDescription":"Invalid API UserId."}}]}}',
      "fix-key",
    ],
    [
      "an error with a status of its own",
      "bea",
      400,
      '{"BEAAPI":{"Error":{"APIErrorCode":"40","APIErrorDescription":"The dataset is missing"}}}',
      "fix-query",
    ],
    [
      "an error that nobody knows",
      "bea",
      200,
      '{"BEAAPI":{"Results":{"Error":{"APIErrorCode":"101","APIErrorDescription":"Unknown error"}}}}',
      "failed",
    ],
    [
      "a key that is refused",
      "bls",
      200,
      '{"status":"REQUEST_NOT_PROCESSED","message":["The key:KEY provided by the User is invalid."],"Results":{}}',
      "fix-key",
    ],
    ["the names of columns alone", "oecd", 200, "DATAFLOW,TIME_PERIOD,OBS_VALUE\r\n", "empty"],
    ["a text in quotation marks", "oecd", 404, '"NoResultsFound"', "empty"],
    ["the message of an object", "oecd", 404, '{"message":"NoRecordsFound"}', "empty"],
    [
      "the limit within a page",
      "oecd",
      403,
      page("", "You have exceeded the number of requests for data downloads"),
      "slow-down",
    ],
    ["the names of columns alone", "eurostat", 200, "DATAFLOW,TIME_PERIOD,OBS_VALUE\n", "empty"],
    [
      "a fault of SOAP 1.2 without a declaration",
      "eurostat",
      500,
      '<env:Fault><env:Reason><env:Text xml:lang="en">NO_RESULTS: none</env:Text></env:Reason></env:Fault>',
      "empty",
    ],
    [
      "a fault with its text as it is",
      "eurostat",
      200,
      "<?xml version='1.0'?><S:Fault><faultstring><![CDATA[EXTRACTION_TOO_BIG: 9 million]]></faultstring></S:Fault>",
      "cut-off",
    ],
    [
      "a fault of SDMX",
      "eurostat",
      404,
      '<mes:Error><mes:ErrorMessage code="100"><com:Text>No results found</com:Text></mes:ErrorMessage></mes:Error>',
      "empty",
    ],
    [
      "a fault of the service itself",
      "eurostat",
      200,
      "<?xml version='1.0'?><S:Fault><faultstring>INTERNAL_ERROR</faultstring></S:Fault>",
      "failed",
    ],
    [
      "an answer that is prepared, told in JSON",
      "eurostat",
      413,
      '{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."}}',
      "wait",
    ],
    [
      "an error in JSON",
      "eurostat",
      400,
      '{"error":[{"status":400,"id":150,"label":"Dimension PARTNERS is not known"}]}',
      "fix-query",
    ],
    ["an answer that is no report", "usitc", 200, '{"status":"error"}', "failed"],
    [
      "errors that are objects",
      "usitc",
      200,
      '{"dto":{"errors":[{"message":"No commodity"}],"tables":[]}}',
      "fix-query",
    ],
    ["a token that may not", "usitc", 403, "", "fix-key"],
    ["an old workbook", "census-country", 200, "\xd0\xcf\x11\xe0", "failed"],
  ])("%s, of %s with status %i", (_, id, status, body, kind, headers) => {
    const outcome = told(id, status, body, headers);
    expect(outcome.kind, JSON.stringify(outcome)).toBe(kind);
  });

  it("say in words what they refuse, and not that it is an object", () => {
    const outcome = told("usitc", 200, '{"dto":{"errors":[{"message":"No commodity"}]}}');
    expect(outcome).toMatchObject({ message: "No commodity" });
  });
});
