import { beforeAll, describe, expect, it } from "vitest";
import type { CubeFigure } from "../../src/calculation/cube-figure.ts";
import { DataUseTally } from "../../src/calculation/data-use.ts";
import type { UsedFigure } from "../../src/calculation/flow-figure.ts";
import { areas } from "../../src/calculation/group-members.ts";
import { memberOf, RowComputer, standingOf } from "../../src/calculation/rows.ts";
import { VintageCube } from "../../src/calculation/vintage-cube.ts";
import { WarningList } from "../../src/calculation/warnings.ts";
import { operations, type Part, parts } from "../../src/comparison/identity.ts";
import { type Rule, rules } from "../../src/comparison/rules.ts";
import { type FigureRequest, type Measure, ONLY_REPORTER } from "../../src/metrics/cell.ts";
import type { AnyMetric } from "../../src/metrics/metric.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Relations } from "../../src/products/hs-relation.ts";
import { questionFrom } from "../../src/question/read.ts";
import { parsePeriod } from "../../src/records/period.ts";
import type { TradeDataset } from "../../src/sources/dataset.ts";
import { csv, datasetOf, sourcesOf } from "./ask.ts";

// Whatever a metric is: each figure that it uses is made to differ in one part of its identity, and what
// comes of it is never a number without a word. No metric is named here; all are those of the registry.

const HEADER =
  "period,reporter,partner,product,flow,flowBasis,valuation,basis,edition,adjusted,value";
const BOTH = ["2022", "2023"];
/** In HS 2022 it is 851713 and 851714. */
const DIVIDED = "hs:851712";

/** Records of everybody with everybody in one product, which HS 2022 divided, in another and in all. */
function records(reporters: readonly string[]): string {
  const rows = reporters.flatMap((reporter, at) =>
    ["MX", "CA", "US", "WORLD"].flatMap((partner, of) =>
      ["hs:851712", "hs:270900", "total"].flatMap((product, which) =>
        BOTH.flatMap((period, year) =>
          ["export,total,fas", "import,general,customs"].map((flow, side) => {
            const one = 10 + at + 2 * side + year + which;
            const value = one * (product === "total" ? 9 : 1) * (partner === "WORLD" ? 20 : 1 + of);
            return `${period},${reporter},${partner},${product},${flow},census,H5,no,${value}`;
          }),
        ),
      ),
    ),
  );
  return csv(HEADER, ...rows.filter((row) => !/^\d+,(\w+),\1,/.test(row)));
}

type Change = (used: UsedFigure) => UsedFigure;

const elsewhere = new Set<TradeDataset>();
const ofKind =
  (change: object): Change =>
  (used) => ({
    ...used,
    figure: { ...used.figure, provenance: { ...used.figure.provenance!, ...change } },
  });

/** For each part, what makes a figure differ in it alone. */
const changes: Readonly<Record<Part, Change>> = {
  reporter: (used) => {
    const records = used.figure.records.map(({ series: { key, values, vintage }, labels }) => ({
      series: { key: { ...key, reporter: "JP" }, values, vintage },
      labels,
    }));
    return { ...used, figure: { ...used.figure, records } };
  },
  sector: ofKind({ sectors: ["services"] }),
  basis: ofKind({ basis: "bop" }),
  adjusted: ofKind({ adjusted: true }),
  currency: ofKind({ currency: "EUR" }),
  prices: ofKind({ prices: "constant prices" }),
  filter: ofKind({ filter: "STATE=TX" }),
  flowBasis: (used) =>
    ofKind({ flowBasis: used.flow === "export" ? "domestic" : "consumption" })(used),
  valuation: ofKind({ valuation: "cif" }),
  edition: ofKind({ edition: "H6" }),
  territory: (used) => {
    const dataset = { ...used.dataset };
    elsewhere.add(dataset);
    return { ...used, dataset };
  },
  vintage: ofKind({ vintage: "2025-10" }),
};

const someAreas = {
  ...areas,
  territoryIn: (dataset: TradeDataset, code: string) =>
    elsewhere.has(dataset) ? [code, "OTHER"] : [code],
};

/** A cube whose figures are of one vintage, and one of them is changed. */
class Changed extends VintageCube {
  at = -1;
  change: Change = (used) => used;
  count = 0;
  canDiffer: Partial<Record<Part, boolean>>[] = [];

  override figures(requests: Readonly<Record<string, FigureRequest>>): Map<string, CubeFigure> {
    this.count = 0;
    this.canDiffer = [];
    const periods = new Set(Object.values(requests).map(({ at }) => at.period.label));
    return new Map(
      [...super.figures(requests)].map(([name, figure]) => {
        const { at } = requests[name]!;
        const figures = figure.figures.map((used) => {
          if (!used.figure.provenance) return used;
          const own = ofKind({ vintage: "2025-04" })(used);
          this.canDiffer.push({
            // Whose figures a question names are nobody else's.
            reporter: at.reporter === ONLY_REPORTER,
            // All products, crude petroleum and chapter 27 are the same in both editions.
            edition: used.product.codes.includes(DIVIDED),
            // Of one period, areas of one code are the same; all partners have no bounds.
            territory: periods.size > 1 && at.partner !== "all",
          });
          this.count += 1;
          return this.count - 1 === this.at ? this.change(own) : own;
        });
        return [name, { ...figure, figures }] as const;
      }),
    );
  }
}

interface Outcome {
  /** 2 for no value, 1 for a word, 0 for a number alone. */
  readonly grade: number;
  readonly words: string;
}

interface Case {
  readonly title: string;
  readonly cube: Changed;
  /** What comes of it where one figure is changed; -1: none. */
  outcome(at: number, ...changed: readonly Part[]): Outcome;
}

/** The UN's correlation of these codes; all of it takes long to unpack. */
const relations: Relations = {
  relation: (_, code) => ({
    kind: code === "851712" ? "split" : "same",
    counterparts: code === "851712" ? ["851713", "851714"] : [code],
    ...{ together: [code], setAside: [] },
  }),
};
const seriesOfOne = { ...datasetOf(records(["US"])), relations };
const seriesOfAll = { ...datasetOf(records(["US", "MX", "CA"])), relations };

function caseOf(metric: AnyMetric, of: Measure | undefined, product: string | null): Case {
  const { about, change } = metric.asks;
  const isOfOne = about === "partner";
  const dataset = isOfOne ? seriesOfOne : seriesOfAll;
  const sources = sourcesOf(dataset);
  const question = questionFrom(
    metric,
    {
      ...(isOfOne || about === "pair" ? { partner: "MX" } : {}),
      ...(about === "region" ? { region: "US,MX" } : { ...(!isOfOne && { reporter: "US" }) }),
      ...(of && { of }),
      ...(product !== null && { product }),
      ...(change ? { from: "2022", to: "2023" } : { period: "2023" }),
    },
    sources,
  );
  const { preferences, project, absentAsZero, level, by, each } = question;
  const byProduct =
    by.includes("product") || (metric.asks.each !== undefined && each === "product");
  const settings = {
    ...{ preferences, project, absentAsZero, level, product: question.product, byProduct },
    ...{ areas: someAreas, rates: null, members: "today" as const },
  };
  const cube = new Changed(sources, settings, new WarningList());
  const shown = { period: parsePeriod("2023"), projectedFrom: null };
  const outcome = (at: number, ...changed: readonly Part[]): Outcome => {
    cube.at = at;
    cube.change = (used) => changed.reduce((one, part) => changes[part](one), used);
    const warnings = new WarningList();
    const notes = { warnings, tally: new DataUseTally() };
    const computer = new RowComputer(question, cube, notes);
    const standing = standingOf(question, question.subjects[0]!);
    const own = by[0] ? memberOf(question, standing, by[0], MEMBERS[by[0]]) : standing;
    const { row } = computer.row(own, shown, "member");
    const said = warnings.toArray().filter(({ code }) => !ORDINARY.has(code));
    const words = said.map(({ message }) => message).join("; ");
    return { grade: row.value === null ? 2 : Math.min(1, said.length), words };
  };
  const title = [metric.id, of, product].filter(Boolean).join(" ");
  return { title, cube, outcome };
}

const MEMBERS = { partner: "MX", product: DIVIDED, reporter: "US" } as const;
/** What is said of these records whatever their identities. */
const ORDINARY = new Set(["whole-beside-parts", "summed-from-parts", "world-of-reporters"]);

const cases: Case[] = [];
beforeAll(() => {
  for (const metric of metrics) {
    for (const of of metric.asks.of ?? [undefined]) {
      const isOfList = metric.asks.each !== undefined || metric.asks.by?.includes("product");
      cases.push(caseOf(metric, of, isOfList ? null : DIVIDED));
    }
  }
});

/** Every figure of every metric with every part in which it can differ. */
function* altered(): Generator<{ readonly of: Case; readonly at: number; readonly part: Part }> {
  for (const of of cases) {
    of.outcome(-1);
    const { count, canDiffer } = of.cube;
    for (let at = 0; count > 1 && at < count; at += 1) {
      for (const part of parts) {
        if (canDiffer[at]![part] !== false) yield { of, at, part };
      }
    }
  }
}

describe("every metric that sets figures together", () => {
  it("gives a number without a word where its figures are alike", () => {
    expect(cases.map(({ title, outcome }) => [title, outcome(-1).grade])).toEqual(
      cases.map(({ title }) => [title, 0]),
    );
  });

  it("gives no number in silence where one of them differs in one part alone", () => {
    const silent: string[] = [];
    const tried = new Set<string>();
    for (const { of, at, part } of altered()) {
      tried.add(`${of.title.split(" ")[0]} ${part}`);
      if (of.outcome(at, part).grade === 0) silent.push(`${of.title}: figure ${at}, ${part}`);
    }
    expect(silent).toEqual([]);
    // All but who reports and what borders hold are tried of every metric.
    expect(tried.size).toBeGreaterThan(metrics.length * (parts.length - 3));
  });

  it("is no milder where one of them differs in two parts than in either", () => {
    const milder: string[] = [];
    for (const of of cases) {
      of.outcome(-1);
      const { count, canDiffer } = of.cube;
      const at = count - 1;
      if (count < 2) continue;
      const own = parts.filter((part) => canDiffer[at]![part] !== false);
      const alone = new Map(own.map((part) => [part, of.outcome(at, part).grade]));
      for (const [first, one] of own.entries()) {
        for (const other of own.slice(first + 1)) {
          const both = of.outcome(at, one, other).grade;
          if (both < Math.max(alone.get(one)!, alone.get(other)!)) {
            milder.push(`${of.title}: ${one} and ${other}`);
          }
        }
      }
    }
    expect(milder).toEqual([]);
  });

  it("notices each rule that is removed", () => {
    const before = [...altered()].map((one) => ({ ...one, was: one.of.outcome(one.at, one.part) }));
    const unnoticed: string[] = [];
    for (const operation of operations) {
      const own = rules[operation] as Record<Part, Rule>;
      for (const part of parts) {
        const rule = own[part];
        if (rule === "free") continue;
        own[part] = "free";
        const isNoticed = before.some(
          ({ of, at, was, part: changed }) =>
            changed === part && of.outcome(at, part).words !== was.words,
        );
        own[part] = rule;
        if (!isNoticed) unnoticed.push(`${operation} ${part}`);
      }
    }
    expect(unnoticed).toEqual([]);
  });
});
