import { describe, expect, it } from "vitest";
import { ask, csv, warned } from "./ask.ts";

const HEADER = "period,partner,flow,flowBasis,valuation,basis,sector,value";
const balance = { partner: "MX", period: "2015" } as const;

describe("the basis of a flow", () => {
  // In 2015 the choice between total and domestic exports made the deficit with Mexico 60 or 109 bn.
  const text = csv(
    HEADER,
    "2015,MX,export,total,fas,census,goods,236",
    "2015,MX,export,domestic,fas,census,goods,187",
    "2015,MX,import,general,customs,census,goods,296",
    "2015,MX,import,consumption,customs,census,goods,294",
  );

  it("is total exports and general imports by custom", () => {
    const result = ask("balance", balance, text);
    expect(result.rows[0]).toMatchObject({ exports: 236, imports: 296, value: -60 });
    expect(result.warnings).toEqual([]);
  });

  it("is the one asked for, and says so where it is not customary", () => {
    const result = ask("balance", { ...balance, exports: "domestic" }, text);
    expect(result.rows[0]).toMatchObject({ exports: 187, imports: 296, value: -109 });
    expect(warned(result)).toEqual(["export-basis"]);
    expect(result.parameters).toMatchObject({ exports: "domestic", imports: "general" });
  });

  it("is what there is where the customary one is missing, and says so", () => {
    const only = csv(
      HEADER,
      "2015,MX,export,total,fas,census,goods,236",
      "2015,MX,import,consumption,customs,census,goods,294",
    );
    const result = ask("balance", balance, only);
    expect(result.rows[0]!.value).toBe(-58);
    expect(warned(result)).toContain("import-basis");
    expect(ask("balance", { ...balance, imports: "general" }, only).rows[0]).toMatchObject({
      value: null,
      reason: "no-data",
    });
  });

  it("is refused where it is neither a basis nor a number", () => {
    expect(() => ask("balance", { ...balance, exports: "net" }, text)).toThrow(
      '--exports: expected total or domestic, or a number, got "net"',
    );
  });

  it("that changes between two periods makes growth not comparable, and names the option", () => {
    const series = csv(
      HEADER,
      "2020,MX,import,consumption,customs,census,goods,100",
      "2023,MX,import,general,customs,census,goods,150",
    );
    const result = ask(
      "growth",
      { partner: "MX", of: "imports", from: "2020", to: "2023" },
      series,
    );
    expect(result.rows[0]).toMatchObject({ from: 100, to: 150, value: null });
    expect(result.rows[0]!.reason).toBe("not-comparable");
    expect(warned(result)).toContain("not-comparable");
    expect(result.warnings.find(({ code }) => code === "not-comparable")!.message).toMatch(
      /flow bases .* consumption and general .*--imports/,
    );
  });
});

describe("figures between which no rule decides", () => {
  it.each([
    ["valuation", "general,fob,census,goods", "general,customs,census,goods"],
    ["basis", "general,customs,bop,goods", "general,customs,census,goods"],
  ])("stop the run and name --%s", (option, one, other) => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,fas,census,goods,1",
      `2015,MX,import,${one},2`,
      `2015,MX,import,${other},3`,
    );
    expect(() => ask("balance", balance, text)).toThrow(
      new RegExp(`own: imports, MX, 2015: two figures that differ in ${option} .*use --${option}`),
    );
  });

  it("are not customs value and c.i.f.: the publisher's own balance is at customs value", () => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,fas,census,goods,10",
      "2015,MX,import,general,cif,census,goods,14",
      "2015,MX,import,general,customs,census,goods,13",
    );
    const of = (more: object) => ask("balance", { ...balance, ...more }, text).rows[0]!.value;
    expect(of({})).toBe(-3);
    expect(of({ valuation: "customs" })).toBe(-3);
    expect(of({ valuation: "cif" })).toBe(-4);
  });

  it("are decided by the option that the error names", () => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,fas,census,goods,10",
      "2015,MX,import,general,cif,census,goods,14",
      "2015,MX,import,general,customs,census,goods,13",
    );
    const valued = (valuation: "cif" | "customs") =>
      ask("share", { partner: "MX", whole: "MX", of: "imports", period: "2015", valuation }, text);
    expect(valued("cif").rows[0]!.part).toBe(14);
    expect(valued("customs").rows[0]!.part).toBe(13);
  });

  it("are adjusted and unadjusted quarters, but no year that is printed beside its quarters", () => {
    const quarter = (at: string, adjusted: string, value: number) =>
      `2023-${at},MX,export,${adjusted},${value}`;
    const text = csv(
      "period,partner,flow,adjusted,value",
      "2023,MX,export,,402",
      quarter("01/2023-03", "yes", 100),
      quarter("04/2023-06", "yes", 100),
      quarter("07/2023-09", "yes", 101),
      quarter("10/2023-12", "yes", 101),
      quarter("01/2023-03", "no", 90),
    );
    const own = { partner: "MX", whole: "MX", of: "exports" } as const;
    expect(ask("share", { ...own, period: "2023" }, text).rows[0]!.part).toBe(402);
    expect(() => ask("share", { ...own, period: "2023-01/2023-03" }, text)).toThrow(
      /differ in seasonal adjustment \(not adjusted, adjusted\).*--where COLUMN=TEXT/,
    );
  });

  it("are reporters as well", () => {
    const text = csv(
      "period,reporter,partner,flow,value",
      "2015,US,MX,export,5",
      "2015,CA,MX,export,7",
    );
    const exported = { partner: "MX", whole: "MX", of: "exports", period: "2015" } as const;
    expect(() => ask("share", exported, text)).toThrow(/differ in reporter .*use --reporter/);
    expect(ask("share", { ...exported, reporter: "Canada" }, text).rows[0]!.part).toBe(7);
  });
});

describe("figures that are set against each other although they are unlike", () => {
  it("are said: c.i.f. imports against f.o.b. exports", () => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,fob,,goods,10",
      "2015,MX,import,general,cif,,goods,14",
    );
    expect(warned(ask("balance", balance, text))).toContain("unlike-valuations");
  });

  it("are not netted: goods and services against goods alone", () => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,,bop,goods,10",
      "2015,MX,export,total,,bop,services,4",
      "2015,MX,import,general,,bop,goods,12",
    );
    const result = ask("balance", balance, text);
    expect(result.rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(warned(result)).toEqual(["not-comparable"]);
    const goods = ask("balance", { ...balance, sector: "goods" }, text);
    expect(goods.rows[0]!.value).toBe(-2);
    expect(goods.warnings).toEqual([]);
  });
});

describe("a sector that is on another basis than the one taken", () => {
  it("is not added, and that is said", () => {
    const text = csv(
      HEADER,
      "2015,MX,export,total,fas,census,goods,10",
      "2015,MX,export,,,bop,services,4",
      "2015,MX,import,general,customs,census,goods,12",
      "2015,MX,import,,,bop,services,1",
    );
    const result = ask("balance", balance, text);
    expect(result.rows[0]).toMatchObject({ exports: 10, imports: 12 });
    expect(warned(result)).toContain("sector-left-out");
    expect(ask("balance", { ...balance, sector: "goods" }, text).warnings).toEqual([]);
    expect(ask("balance", { ...balance, sector: "services" }, text).rows[0]!.value).toBe(3);
  });
});

describe("a flow that is missing", () => {
  it("is no zero flow", () => {
    const text = csv("period,partner,flow,value", "2015,MX,import,10");
    expect(ask("balance", balance, text).rows[0]).toMatchObject({
      exports: null,
      imports: 10,
      balance: null,
      value: null,
      reason: "no-data",
    });
  });

  it("makes the sum with another partner unknown", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2015,MX,export,1", "2015,MX,import,1", "2015,CA,export,1"],
    );
    const { rows } = ask("balance", { partner: "MX,CA", period: "2015", total: true }, text);
    expect(rows.map(({ value }) => value)).toEqual([0, null, null]);
  });

  it("and exports of zero are kept apart", () => {
    const text = csv("period,partner,flow,value", "2015,MX,export,0", "2015,MX,import,10");
    expect(ask("deficit-ratio", balance, text).rows[0]).toMatchObject({
      exports: 0,
      imports: 10,
      balance: -10,
      value: null,
      reason: "no-exports",
    });
  });
});

describe("figures of several reporters, of whom the question names none", () => {
  const HEAD = "period,reporter,partner,flow,value";
  const text = csv(
    HEAD,
    ...["2022,DE,MX,export,100", "2023,DE,MX,export,120", "2023,FR,MX,import,40"],
    ...["2022,FR,CA,export,10", "2023,FR,CA,export,15"],
  );

  it("are not netted: what Germany sends and what France receives", () => {
    const result = ask("balance", { partner: "MX", period: "2023" }, text);
    expect(result.rows[0]).toMatchObject({ exports: 120, imports: 40, value: null });
    expect(result.rows[0]!.reason).toBe("not-comparable");
    expect(result.warnings[0]!.message).toBe(
      "figures that differ in reporters are not netted: DE and FR (name one with --reporter) (2023)",
    );
  });

  it("are not compared between periods, nor set against a whole of another's", () => {
    const other = csv(HEAD, "2022,DE,MX,export,100", "2023,FR,MX,export,50");
    const change = { partner: "MX", of: "exports", from: "2022", to: "2023" } as const;
    expect(ask("growth", change, other).rows[0]).toMatchObject({
      ...{ from: 100, to: 50, value: null, reason: "not-comparable" },
    });
    const whole = csv(HEAD, "2023,DE,MX,export,40", "2023,FR,WORLD,export,200");
    expect(
      ask("share", { partner: "MX", of: "exports", period: "2023" }, whole).rows[0],
    ).toMatchObject({ part: 40, whole: 200, value: null, reason: "not-comparable" });
  });

  it("are each one reporter's own, where a row has no others", () => {
    const change = { partner: "MX,CA", of: "exports", from: "2022", to: "2023" } as const;
    expect(ask("growth", change, text).rows.map(({ change }) => change)).toEqual([20, 5]);
  });
});
