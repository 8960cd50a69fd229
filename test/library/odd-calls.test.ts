import { beforeAll, describe, expect, it } from "vitest";
import {
  contentVerdict,
  labourValueContent,
  parseBillOfMaterials,
  qualifies,
  readBillOfMaterials,
  regionalValueContent,
  thresholdOf,
} from "../../src/library/content.ts";
import * as valueAdded from "../../src/library/value-added.ts";
import * as metrics from "../../src/metrics/functions.ts";

// Programs may be written without types: what these would refuse is refused when it is called, in one
// line, and nothing that is given is ignored.

const any = (value: unknown) => value as never;
const day = { date: "2024-07-01" };
const bill = parseBillOfMaterials("id: a\nvalue: 10\norigin: MX\n", "a.yaml");
let table: valueAdded.OpenTable["table"];

beforeAll(async () => {
  table = (await valueAdded.openEmbeddedTable()).table;
});

const ask = valueAdded as never as Record<string, (...given: unknown[]) => unknown>;
const content = {
  ...{ contentVerdict, labourValueContent, parseBillOfMaterials, qualifies },
  ...{ readBillOfMaterials, regionalValueContent, thresholdOf },
} as never as Record<string, (...given: unknown[]) => unknown>;

/** The error of a call, thrown at once or later. */
async function errorOf(call: () => unknown): Promise<{ name: string; message: string }> {
  try {
    const given = await call();
    if (given && typeof given === "object" && Symbol.iterator in given) {
      Array.from(given as Iterable<unknown>);
    }
  } catch (error) {
    return error as Error;
  }
  return { name: "none", message: "" };
}

async function isRefused(call: () => unknown, message: string | RegExp): Promise<void> {
  const error = await errorOf(call);
  expect(error.name, error.message).toBe("InputError");
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain("\n");
}

describe("a question to a table", () => {
  const names = [
    ...["originOfValueAdded", "participation", "revealedAdvantage", "valueAddedBalance"],
    ...["valueAddedInFinalDemand", "traceValueAdded", "decompose", "decomposeEach", "checkTable"],
  ];

  it.each(names)("needs a table: %s", async (name) => {
    for (const odd of [undefined, null, 5, "table.csv", {}, []]) {
      await isRefused(() => ask[name]!(odd, {}), `${name}: expected a table first`);
    }
  });

  it.each<[string, unknown, string]>([
    ["originOfValueAdded", null, "its options are missing"],
    ["originOfValueAdded", { exporter: "MEX" }, "exporter: no such option (use exporters, "],
    ["originOfValueAdded", { exporters: "MEX" }, "exporters: expected a list of codes"],
    ["originOfValueAdded", { exporters: [5] }, "exporters: expected a list of codes"],
    ["originOfValueAdded", { by: "origin" }, 'by: got "origin" (expected partner, industry-of-'],
    ["originOfValueAdded", { partner: ["USA"] }, "partner: got a list (expected text)"],
    [
      "originOfValueAdded",
      { solver: "fast" },
      'solver: got "fast" (expected auto, krylov, inverse)',
    ],
    ["participation", { exporters: [{ name: "A" }] }, "exporters: expected a list of codes"],
    ["valueAddedBalance", { reporters: [null] }, "reporters: expected a list of codes"],
    ["valueAddedInFinalDemand", { byIndustry: "yes" }, 'got "yes" (expected true or false)'],
    ["revealedAdvantage", { exporters: ["USA"] }, "exporters: no such option (use solver)"],
    ["traceValueAdded", undefined, "its options are missing"],
    ["traceValueAdded", {}, "by: is missing"],
    ["traceValueAdded", { by: "origin" }, 'by: got "origin" (expected a list of texts)'],
    ["traceValueAdded", { by: ["nope"] }, 'by: no dimension "nope" (use origin, origin-industry'],
    ["traceValueAdded", { by: ["__proto__"] }, 'by: no dimension "__proto__"'],
    ["traceValueAdded", { by: [], of: "imports" }, 'of: got "imports" (expected exports, final-'],
    ["decompose", undefined, "its options are missing"],
    ["decompose", {}, "exporter: is missing"],
    ["decompose", { exporter: 5 }, "exporter: expected a code, or a group"],
    [
      "decompose",
      { exporter: "MEX", method: "kww" },
      'method: got "kww" (expected borin-mancini, ',
    ],
    [
      "decompose",
      { exporter: "MEX", approach: "both" },
      'approach: got "both" (expected source, s',
    ],
    ["decomposeEach", { exporters: [undefined] }, "exporters: expected a list of codes"],
    ["decomposeEach", { exporter: "MEX" }, "exporter: no such option"],
  ])("%s of %j says what it takes", async (name, options, message) => {
    await isRefused(() => ask[name]!(table, options), `${name}: `);
    await isRefused(() => ask[name]!(table, options), message);
  });

  it("still takes groups, and what is left open", () => {
    const group = { name: "NAFTA", members: ["USA", "CAN", "MEX"] };
    const { rows } = valueAdded.originOfValueAdded(table, {
      ...{ exporters: [group], partner: any(undefined) },
    });
    expect(rows[0]!.exporter).toBe("NAFTA");
  });

  it("opens files by their paths, and makes tables of Float64Arrays", async () => {
    for (const odd of [undefined, null, 5, {}]) {
      await isRefused(() => ask.openTableFile!(odd), "path: got");
      await isRefused(() => ask.readTable!(odd), "path: got");
      await isRefused(() => ask.createTable!(odd), /createTable: /);
    }
    const lists = { economies: ["A"], industries: ["a"], flows: [0], finalDemand: [1] };
    await isRefused(() => ask.createTable!(lists), "flows: expected a Float64Array");
  });
});

describe("a question to a bill of materials", () => {
  it.each(["qualifies", "regionalValueContent", "labourValueContent", "contentVerdict"])(
    "needs one, and a day: %s",
    async (name) => {
      const given = name === "contentVerdict" ? [bill] : bill;
      for (const odd of [undefined, null, 5, {}]) {
        await isRefused(() => content[name]!(odd, day), "expected a bill of materials");
      }
      for (const odd of [undefined, null, 5, "2024-07-01"]) {
        await isRefused(() => content[name]!(given, odd), "its options are missing");
      }
      await isRefused(() => content[name]!(given, {}), "date: is missing");
      await isRefused(
        () => content[name]!(given, { date: "spring" }),
        'date: "spring" is not a day',
      );
      await isRefused(
        () => content[name]!(given, { date: 2024 }),
        "date: got 2024 (expected text)",
      );
      await isRefused(() => content[name]!(given, { ...day, regions: ["MX"] }), "regions: no such");
      await isRefused(
        () => content[name]!(given, { ...day, method: "cost" }),
        'method: got "cost"',
      );
    },
  );

  it("refuses what is no text, no name, and no class", async () => {
    for (const odd of [undefined, null, 5]) {
      await isRefused(() => content.parseBillOfMaterials!(odd, "a.yaml"), "text: got");
      await isRefused(() => content.parseBillOfMaterials!("id: a", odd), "file: got");
      await isRefused(() => content.readBillOfMaterials!(odd), "file: got");
      await isRefused(() => content.thresholdOf!(odd), "its options are missing");
    }
    const asked = { ...day, class: "core", vehicle: "passenger-vehicle", method: "net-cost" };
    expect(content.thresholdOf!(asked)).toMatchObject({ threshold: { percent: 75 } });
    await isRefused(() => content.thresholdOf!({ ...asked, class: "cores" }), 'class: got "cores"');
    await isRefused(() => content.thresholdOf!({ ...asked, method: "x" }), 'method: got "x"');
    await isRefused(() => content.thresholdOf!({ ...asked, date: "x" }), 'date: "x" is not a day');
  });
});

describe("a metric", () => {
  it.each(Object.entries(metrics))("%s takes one object of numbers", async (_, metric) => {
    const call = metric as (...given: unknown[]) => unknown;
    for (const odd of [[], [undefined], [null], [5], [196, 274], ["5"], [true]]) {
      await isRefused(() => call(...odd), "a metric takes its numbers as one object");
    }
  });

  it("tells a list from a number", async () => {
    const lists = "expected a list of numbers";
    await isRefused(() => metrics.grubelLloyd(any({ exports: 80, imports: [160] })), lists);
    await isRefused(() => metrics.herfindahlHirschman(any({ flows: 5 })), lists);
    expect(metrics.grubelLloyd(any({ exports: null, imports: [160] }))).toBeNull();
  });

  it.each(Object.entries(metrics))("%s of odd numbers is null", (_, metric) => {
    const call = metric as (given: unknown) => unknown;
    const isNull = (value: unknown): boolean =>
      value === null ||
      (typeof value === "object" && Object.values(value as object).every((one) => isNull(one)));
    for (const odd of [{}, { exports: null }, { from: null }, { flows: [null] }]) {
      expect(isNull(call(odd))).toBe(true);
    }
  });
});
