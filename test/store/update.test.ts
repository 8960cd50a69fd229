import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Store } from "../../src/store/keeping/store.ts";
import { workbook } from "../sources/workbook-file.ts";
import { fetching, filesWith, flawsOf, KEY, lineOf } from "./fetching.ts";
import type { Reply, Seen } from "./replay-server.ts";

const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC YR".split(" ");
const columns = [
  ...["year", "CTY_CODE", "CTYNAME"],
  ...["I", "E"].flatMap((flow) => months.map((month) => `${flow}${month}`)),
];
const country = workbook({ country: [columns, ["2026", "2010", "Mexico", ...Array(26).fill(1)]] });
const released = { "Last-Modified": "Tue, 06 Oct 2026 12:40:00 GMT" };
const whole: Reply = { headers: released, body: country };

/** A month of the Census API, with the columns that were asked for. */
function month({ query }: Seen): Reply {
  const names = [...query.get("get")!.split(","), "time", "COMM_LVL"];
  const row = names.map((name) => (name === "LAST_UPDATE" ? "2026-11-04" : "1"));
  return { body: JSON.stringify([names, row]) };
}
const quarter = [
  ["from", "2026-01"],
  ["to", "2026-03"],
] as const;

const tiva = "DATAFLOW,MEASURE,TIME_PERIOD,OBS_VALUE\r\nOECD:X,FFD_DVA,2020,20.4\r\n";

describe("an update", () => {
  it("stores the bytes as a vintage of the month of the release, with where they come from", async () => {
    const { update, store } = await fetching(() => whole);
    const { vintage, isNew, before } = await update("census-goods");
    expect([isNew, before]).toEqual([true, null]);
    expect(vintage).toMatchObject({
      dataset: "census-goods",
      vintage: "2026-10",
      released: "2026-10-06",
      releasedFrom: "publisher",
    });
    expect(vintage.files[0]).toMatchObject({
      address: "https://www.census.gov/foreign-trade/balance/country.xlsx",
      at: "2026-11-26T12:00:00.000Z",
    });
    expect(readFileSync(vintage.files[0]!.path)).toEqual(Buffer.from(country));
    expect(new Store(store.folder).vintages()).toEqual([vintage]);
    expect(await flawsOf(store)).toEqual([]);
  });

  it("adds nothing where the publisher has nothing new", async () => {
    const { update, store } = await fetching(() => whole);
    await update("census-goods");
    expect(await update("census-goods")).toMatchObject({ isNew: false });
    expect(store.vintages()).toHaveLength(1);
  });

  it("keeps the older vintage where the same month brings other bytes", async () => {
    const revised = workbook({
      country: [columns, ["2026", "2010", "Mexico", ...Array(26).fill(2)]],
    });
    const { update, store } = await fetching((_, before) =>
      before === 0 ? whole : { headers: released, body: revised },
    );
    await update("census-goods");
    const { vintage, before } = await update("census-goods");
    expect([before?.vintage, vintage.vintage]).toEqual(["2026-10", "2026-10-06"]);
    expect(store.vintages().map(({ vintage: name }) => name)).toEqual(["2026-10", "2026-10-06"]);
  });

  it("says who it is and that it reads English, and follows no redirect", async () => {
    const { update, server } = await fetching(() => ({ body: tiva }));
    await update("tiva-shares");
    for (const { headers } of server.seen) {
      expect(headers["accept-language"]).toBe("en");
      expect(headers["user-agent"]).toMatch(/^trade-metrics\//);
    }
    const moved = await fetching(() => ({ status: 301, headers: { Location: "/elsewhere" } }));
    expect(await lineOf(moved.update("census-goods"))).toMatch(/was sent on to \/elsewhere/);
    expect(moved.server.seen).toHaveLength(1);
  });

  it("takes a month without figures as not published yet, and reads nothing into a 204", async () => {
    const { update } = await fetching((seen) =>
      seen.query.get("time") === "2026-03" ? { status: 204 } : month(seen),
    );
    const { vintage, nothing } = await update("census-hs2", { settings: quarter });
    expect([vintage.files.length, nothing]).toEqual([4, 2]);
    expect(vintage.released).toBe("2026-11-04");
  });

  it("asks in parts for what is too large, and remembers that", async () => {
    const tooLarge = "There was an error while running your query.  We've logged the error";
    const { update, server } = await fetching((seen) =>
      seen.query.has("E_COMMODITY") || seen.path.includes("imports")
        ? month(seen)
        : { status: 500, body: tooLarge },
    );
    const { vintage } = await update("census-hs2", { settings: [quarter[0], ["to", "2026-01"]] });
    expect(vintage.files).toHaveLength(11);
    expect(server.seen.filter(({ path }) => path.includes("exports"))).toHaveLength(2 + 10);
  });

  it("waits for an answer that is being prepared, and fetches it where it is told to", async () => {
    const queue = (state: string) =>
      `<?xml version="1.0"?><s><status><key>e3d3-9a1b</key><status>${state}</status></status></s>`;
    const data = "DATAFLOW,LAST UPDATE,TIME_PERIOD,OBS_VALUE\r\nX,15/09/26 11:00:00,2024,5\r\n";
    const { update, server } = await fetching(({ path }, before) => {
      if (path.includes("/async/data/")) return { body: gzipSync(data) };
      if (!path.includes("/async/status/")) return { body: queue("SUBMITTED") };
      return { body: queue(before === 0 ? "PROCESSING" : "AVAILABLE") };
    });
    const settings = [
      ["reporter", "DE"],
      ["partner", "US"],
    ] as const;
    const { vintage } = await update("comext", { settings });
    const asked = server.seen.map(({ path }) => path.split("/").at(-2));
    expect(asked).toEqual(["DS-045409", "status", "status", "data"]);
    // Packed without saying so, and kept as it reads.
    expect(readFileSync(vintage.files[0]!.path, "utf8")).toBe(data);
    expect(vintage.released).toBe("2026-09-15");
  });

  it("posts an unfinished report again until it is there", async () => {
    const table = { row_groups: [{ rowsNew: [{ rowEntries: [{ value: "1" }] }] }] };
    const report = JSON.stringify({ dto: { errors: [], tables: [table] } });
    const { update, server } = await fetching((_, before) => ({
      body: before < 2 ? '{"dto":null}' : report,
    }));
    const settings = [["query", '{"savedQueryName":""}']] as const;
    await update("dataweb", { settings });
    expect(server.seen.map(({ method, body }) => `${method} ${body}`)).toEqual(
      Array(3).fill('POST {"savedQueryName":""}'),
    );
    expect(server.seen[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
  });
});

describe("what goes wrong on the way", () => {
  it("ends in data where it goes wrong once: 500, too many calls, a connection that is cut off", async () => {
    const troubles: Reply[] = [
      { status: 500, body: "<html><title>Oops</title></html>" },
      { status: 429, headers: { "Retry-After": "7" } },
      { ...whole, cutAfter: 100 },
    ];
    const { update, clock, store } = await fetching((_, before) => troubles[before] ?? whole);
    expect((await update("census-goods")).isNew).toBe(true);
    // The Retry-After of 7 seconds is below what the service is given at least.
    expect(clock.waited).toContain(30_000);
    expect(await flawsOf(store)).toEqual([]);
  });

  it.each<[string, Reply, RegExp]>([
    [
      "a connection that is cut off",
      { ...whole, cutAfter: 100 },
      /www\.census\.gov ended the connection before the answer was whole \(tried 4 times/,
    ],
    ["silence", { silent: true }, /www\.census\.gov sent nothing for 0\.3 seconds/],
    ["a workbook that is cut off", { body: country.subarray(0, 900) }, /the workbook is cut off/],
    [
      "a page instead of data",
      { body: "<html><title>Down for maintenance</title></html>" },
      /expected a workbook, got "the page "Down for maintenance""/,
    ],
    [
      "a packed body that is cut off",
      { body: gzipSync(country).subarray(0, 300) },
      /before the answer was whole/,
    ],
    ["nothing", { body: "" }, /expected a workbook, got nothing/],
    [
      "a wait of an hour",
      { status: 429, headers: { "Retry-After": "3600" } },
      /too many calls \(run the same command again in 60 minutes\)/,
    ],
  ])("%s that lasts ends in one line, and the store is whole", async (_, reply, line) => {
    const { update, store } = await fetching(() => reply, 300);
    expect(await lineOf(update("census-goods"))).toMatch(line);
    expect(store.vintages()).toEqual([]);
    expect(await flawsOf(store)).toEqual([]);
  });

  it("a column with another name is named, and nothing is stored", async () => {
    const { update, store } = await fetching(() => ({ body: '[["CTY_CODE","VALUE"],["1","2"]]' }));
    expect(await lineOf(update("census-hs2", { settings: quarter }))).toMatch(
      /no column CTY_NAME, .*ALL_VAL_MO.*it has CTY_CODE, VALUE.*the service may have changed/,
    );
    expect(store.vintages()).toEqual([]);
  });

  it("a file that came whole but cannot be read is refused, and is not gone on with", async () => {
    const { InputError } = await import("../../src/errors.ts");
    const { update, store, server } = await fetching(() => whole);
    const inspect = async () => {
      throw new InputError("country.xlsx: no column IFEB");
    };
    expect(await lineOf(update("census-goods", { inspect }))).toBe(
      "census-goods: what US Census Bureau, country file sent cannot be used, so nothing was stored: country.xlsx: no column IFEB",
    );
    await update("census-goods");
    expect([server.seen.length, store.vintages().length]).toEqual([2, 1]);
  });

  it("a service that is not there is named", async () => {
    const { update, server } = await fetching(() => whole);
    await server.stop();
    expect(await lineOf(update("census-goods"))).toMatch(/www\.census\.gov /);
  });
});

describe("an update that breaks", () => {
  it("goes on where it stopped, without asking again for what came", async () => {
    let isBroken = true;
    const { update, server, store } = await fetching((seen) =>
      isBroken && seen.query.get("time") === "2026-02" ? { status: 503 } : month(seen),
    );
    await lineOf(update("census-hs2", { settings: quarter }));
    const first = server.seen.length;
    expect([store.vintages(), await flawsOf(store)]).toEqual([[], []]);
    isBroken = false;
    const { vintage, resumed } = await update("census-hs2", { settings: quarter });
    expect([resumed, vintage.files.length, server.seen.length - first]).toEqual([2, 6, 4]);
  });

  it("begins anew where other months are asked for, or a day has passed", async () => {
    const { update, server, clock } = await fetching((seen) =>
      seen.query.get("time") === "2026-03" ? { status: 503 } : month(seen),
    );
    await lineOf(update("census-hs2", { settings: quarter }));
    await update("census-hs2", { settings: [quarter[0], ["to", "2026-02"]] });
    await lineOf(update("census-hs2", { settings: quarter }));
    await clock.sleep(86_400_000, new AbortController().signal);
    const before = server.seen.length;
    await lineOf(update("census-hs2", { settings: quarter }));
    expect(server.seen.slice(before).some(({ query }) => query.get("time") === "2026-01")).toBe(
      true,
    );
  });

  it("leaves a whole store when it is stopped, however far it is", async () => {
    const controller = new AbortController();
    const { update, store } = await fetching((seen, before) => {
      if (before < 1) return month(seen);
      setTimeout(() => controller.abort(), 20);
      return { silent: true };
    });
    const { signal } = controller;
    await expect(update("census-hs2", { settings: quarter, signal })).rejects.toThrow("aborted");
    expect([store.vintages(), await flawsOf(store)]).toEqual([[], []]);
    expect(filesWith(store, "exports-2026-01")).toHaveLength(1);
  });
});

describe("a key", () => {
  it("is cut out of what is kept, in whatever case the service repeats it", async () => {
    const { update, store, server } = await fetching(({ query }) => ({
      body: JSON.stringify({
        BEAAPI: {
          Request: {
            RequestParam: [
              { ParameterName: "USERID", ParameterValue: query.get("UserID")!.toUpperCase() },
            ],
          },
          Results: { Data: [{ TimePeriod: "2024", DataValue: "1" }] },
        },
      }),
    }));
    const { vintage } = await update("bea-trade");
    expect(server.seen[0]!.query.get("UserID")).toBe(KEY);
    expect([filesWith(store, KEY), filesWith(store, KEY.toUpperCase())]).toEqual([[], []]);
    const kept = JSON.parse(readFileSync(vintage.files[0]!.path, "utf8"));
    expect(kept.BEAAPI.Request.RequestParam[0].ParameterValue).toBe("KEY");
  });

  it("that is refused is spoken of by the name of its variable", async () => {
    const { update } = await fetching(({ query }) => ({
      body: `{"BEAAPI":{"Results":{"Error":{"APIErrorCode":"3","APIErrorDescription":"The UserID ${query.get("UserID")} does not exist."}}}}`,
    }));
    expect(await lineOf(update("bea-trade"))).toBe(
      "Bureau of Economic Analysis: the key in BEA_API_KEY is refused: The UserID KEY does not exist. (keys: https://apps.bea.gov/API/signup/)",
    );
  });

  it("that is missing is asked for before anything is sent", async () => {
    const { update, server } = await fetching(month);
    const keys = { file: "/home/somebody/keys.json", of: () => null };
    expect(await lineOf(update("census-hs2", { keys }))).toBe(
      "census-hs2: US Census Bureau, International Trade API wants a key (set CENSUS_API_KEY, or name it in /home/somebody/keys.json)",
    );
    expect(server.seen).toEqual([]);
  });
});

describe("the pace", () => {
  it("stays within the limits of a minute and of an hour", async () => {
    const { update, clock } = await fetching(() => ({ body: tiva }));
    await update("tiva-shares");
    // Four calls, three seconds apart.
    expect(clock.waited).toEqual([3000, 3000, 3000]);
  });

  it("counts the calls of earlier runs, and ends with the time at which it may go on", async () => {
    const { update, clock } = await fetching(() => ({ body: tiva }));
    const run = (year: number) =>
      update("tiva-shares", { settings: [["startPeriod", String(year)]] });
    for (let year = 2001; year <= 2015; year += 1) await run(year);
    expect(await lineOf(run(2016))).toMatch(
      /^OECD: no more than 60 calls an hour are answered \(run the same command again after \d\d:\d\d\)$/,
    );
    await clock.sleep(3_600_000, new AbortController().signal);
    await run(2016);
  });

  it("stops for the day where the quota of the day is used up", async () => {
    const { update, server } = await fetching(() => ({
      status: 403,
      body: '{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 03:14:17." }',
    }));
    expect(await lineOf(update("comtrade"))).toMatch(/replenished in 03:14:17\. \(run the same/);
    expect(server.seen).toHaveLength(1);
  });
});

describe("an answer as large as a year of HS 10", () => {
  const MEGABYTES = 200;

  it("goes to the disk as it comes, and takes little memory", async () => {
    const row = '["1220","CANADA","0101210010","17902453702","2026-01","HS10"],\n';
    const part = row.repeat(Math.ceil(1_000_000 / row.length));
    const names = ["CTY_CODE", "CTY_NAME", "E_COMMODITY", "ALL_VAL_MO", "LAST_UPDATE", "time"];
    const body = function* () {
      yield `[${JSON.stringify(names)},\n`;
      for (let count = 0; count < MEGABYTES; count += 1) yield part;
      yield '["1220","CANADA","01","1","2026-01","HS2"]]';
    };
    const { update, store } = await fetching((seen) =>
      seen.path.includes("imports") ? month(seen) : { body },
    );
    let most = 0;
    const before = process.memoryUsage();
    const timer = setInterval(() => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
    }, 20);
    const { vintage } = await update("census-hs2", {
      settings: [quarter[0], ["to", "2026-01"]],
    }).finally(() => clearInterval(timer));
    expect(vintage.files[0]!.bytes).toBeGreaterThan(MEGABYTES * 1_000_000);
    expect(most).toBeLessThan(120_000_000);
    expect(await flawsOf(store)).toEqual([]);
  }, 60_000);
});
