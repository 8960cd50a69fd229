import { type ClaimFile, claimFileSchema } from "../../src/claims/file/schema.ts";
import { pick, type Random } from "../../test/random.ts";

/** A wrong claim, and what the search should say of it. */
export interface SlippedClaim {
  readonly kind: string;
  readonly file: ClaimFile;
  /** One of these sets of parameters is the true cause. */
  readonly truth: readonly Readonly<Record<string, unknown>>[];
}

/** Figures of trade, read from the data without the code that is studied. */
export interface Figures {
  exports(partner: string, year: number): number | null;
  imports(partner: string, year: number): number | null;
  share(partner: string, measure: string, year: number): number | null;
  /** Goods on the balance-of-payments basis. */
  onOtherBasis(partner: string, flow: "export" | "import", year: number): number | null;
  /** What each vintage says, by its name. */
  byVintage(partner: string, flow: "export" | "import", year: number): ReadonlyMap<string, number>;
}

/** The partners of which reports speak. */
export const PARTNERS =
  "CN MX CA JP DE KR VN TW IN IE IT GB FR TH MY CH BR NL SG ID BE IL ES AU PH CO CL PE TR PL".split(
    " ",
  );
/** The members of the European Union since 2020. */
const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(
  " ",
);
export const YEARS = Array.from({ length: 13 }, (_, at) => 2012 + at);

export interface Statement {
  readonly compute: Record<string, unknown>;
  readonly unit: "USD" | "percent" | "percentage-points" | "times";
  readonly value: number;
}

interface Drawn {
  readonly statement: Statement;
  readonly wrong: number;
  readonly truth: readonly Readonly<Record<string, unknown>>[];
  readonly formula?: object;
  /** The vintage that the report pins, where the slip is of vintages. */
  readonly vintage?: string;
}

export type Kinds = Readonly<Record<string, Draw>>;
export type Draw = (random: Random, figures: Figures) => Drawn | null;

function drawPlace(random: Random) {
  return { partner: pick(random, PARTNERS), year: pick(random, YEARS) };
}

function flows({ exports, imports }: Figures, partner: string, year: number) {
  const [out, into] = [exports(partner, year), imports(partner, year)];
  return out && into ? { out, into, balance: out - into, total: out + into } : null;
}

const balance = (partner: string, year: number, value: number): Statement => ({
  compute: { metric: "balance", data: "census-goods", partner, period: String(year) },
  unit: "USD",
  value,
});
const ratio = (partner: string, year: number, value: number): Statement => ({
  compute: { metric: "deficit-ratio", data: "census-goods", partner, period: String(year) },
  unit: "percent",
  value,
});
export const flow = (of: string, partner: string, year: number, value: number): Statement => ({
  compute: { metric: "flow", of, data: "census-goods", partner, period: String(year) },
  unit: "USD",
  value,
});

function ofRatio(
  id: string,
  wrong: (all: { out: number; into: number; balance: number; total: number }) => number,
): Draw {
  return (random, figures) => {
    const { partner, year } = drawPlace(random);
    const all = flows(figures, partner, year);
    if (!all) return null;
    return {
      statement: ratio(partner, year, (all.balance / all.out) * 100),
      wrong: wrong(all),
      truth: [{ mistake: id }, ...(id === "exports-over-imports" ? [{ mistake: id }] : [])],
    };
  };
}

function ofGrowth(
  id: string,
  wrong: (from: number, to: number, years: number) => number,
  least = 1,
): Draw {
  return (random, figures) => {
    const { partner, year } = drawPlace(random);
    const start = year - least - Math.floor(random() * 4);
    const of = pick(random, ["exports", "imports"] as const);
    const [from, to] = [figures[of](partner, start), figures[of](partner, year)];
    if (!from || !to) return null;
    return {
      statement: {
        compute: {
          metric: "growth",
          of,
          data: "census-goods",
          partner,
          from: String(start),
          to: String(year),
        },
        unit: "percent",
        value: (to / from - 1) * 100,
      },
      wrong: wrong(from, to, year - start),
      truth: [{ mistake: id }],
    };
  };
}

/** Any plain statement: an amount or a ratio of one partner and year. */
function plain(random: Random, figures: Figures): Statement | null {
  const { partner, year } = drawPlace(random);
  const all = flows(figures, partner, year);
  if (!all) return null;
  const choices = [
    balance(partner, year, all.balance),
    ratio(partner, year, (all.balance / all.out) * 100),
    flow("exports", partner, year, all.out),
    flow("imports", partner, year, all.into),
    flow("total", partner, year, all.total),
  ];
  return pick(random, choices);
}

/** The same statement of another year or partner. */
function elsewhere(
  figures: Figures,
  { compute }: Statement,
  partner: string,
  year: number,
): number | null {
  const all = flows(figures, partner, year);
  if (!all) return null;
  if (compute.metric === "balance") return all.balance;
  if (compute.metric === "deficit-ratio") return (all.balance / all.out) * 100;
  return { exports: all.out, imports: all.into, total: all.total }[compute.of as "total"];
}

/** A slip of the printed digits, of which amounts have four. */
const printedSlip =
  (
    wrong: (value: number, random: Random) => number | null,
    truth: (random: Random) => object[],
  ): Draw =>
  (random, figures) => {
    const statement = plain(random, figures);
    if (statement?.unit !== "USD") return null;
    const number = wrong(statement.value, random);
    return number === null ? null : { statement, wrong: number, truth: truth(random) as [] };
  };

/** Slips by kind; each starts from a true statement and says what its author did. */
export const slipKinds: Readonly<Record<string, Draw>> = {
  "deficit over imports": ofRatio("over-imports", ({ balance, into }) => (balance / into) * 100),
  "deficit over total trade": ofRatio(
    "over-total",
    ({ balance, total }) => (balance / total) * 100,
  ),
  "exports over imports": ofRatio("exports-over-imports", ({ out, into }) => (out / into) * 100),
  "growth over the end year": ofGrowth("over-end", (from, to) => ((to - from) / to) * 100),
  "156 % for 56 %": ofGrowth("end-over-start", (from, to) => (to / from) * 100),
  "a year for the whole span": ofGrowth(
    "yearly-compound",
    (from, to, years) => ((to / from) ** (1 / years) - 1) * 100,
    2,
  ),
  "points for percent": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const start = year - 1 - Math.floor(random() * 4);
    const of = pick(random, ["exports", "imports"] as const);
    const shareAt = (at: number) => {
      const [part, whole] = [figures[of](partner, at), figures[of]("WORLD", at)];
      return part && whole ? (part / whole) * 100 : null;
    };
    const [from, to] = [shareAt(start), shareAt(year)];
    if (!from || !to) return null;
    return {
      statement: {
        compute: {
          metric: "share",
          of,
          data: "census-goods",
          partner,
          whole: "WORLD",
          from: String(start),
          period: String(year),
          as: "change",
        },
        unit: "percentage-points",
        value: to - from,
      },
      wrong: (to / from - 1) * 100,
      truth: [{ as: "percent" }],
    };
  },
  "domestic for foreign": (random, figures) => {
    const partner = pick(random, PARTNERS);
    const year = 1995 + Math.floor(random() * 27);
    const [right, wrong] = pick(random, [
      ["EXGR_FVA", "EXGR_DVA"],
      ["EXGR_DVA", "EXGR_FVA"],
    ] as const);
    const [value, other] = [
      figures.share(partner, right, year),
      figures.share(partner, wrong, year),
    ];
    if (value === null || other === null) return null;
    return {
      statement: {
        compute: { metric: "value-added", measure: right, partner, period: String(year) },
        unit: "percent",
        value,
      },
      wrong: other,
      truth: [{ measure: wrong }],
    };
  },
  "one flow for another": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const all = flows(figures, partner, year);
    if (!all) return null;
    const amounts = { exports: all.out, imports: all.into, total: all.total };
    const [right, wrong] = pick(random, [
      ["exports", "imports"],
      ["imports", "exports"],
      ["total", "imports"],
    ] as const);
    return {
      statement: flow(right, partner, year, amounts[right]),
      wrong: amounts[wrong],
      truth: [{ of: wrong }],
    };
  },
  "one flow for the balance": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const all = flows(figures, partner, year);
    if (!all) return null;
    const [wrong, id] = pick(random, [
      [all.into, "imports"],
      [all.out, "exports"],
    ] as const);
    return { statement: balance(partner, year, all.balance), wrong, truth: [{ mistake: id }] };
  },
  "another year": (random, figures) => {
    const statement = plain(random, figures);
    if (!statement) return null;
    const year = Number(statement.compute.period);
    const other = year + pick(random, [-1, -1, 1, -2]);
    const wrong = elsewhere(figures, statement, String(statement.compute.partner), other);
    return wrong === null ? null : { statement, wrong, truth: [{ period: String(other) }] };
  },
  "another partner": (random, figures) => {
    const statement = plain(random, figures);
    if (!statement) return null;
    const other = pick(random, PARTNERS.slice(0, 12));
    if (other === statement.compute.partner) return null;
    const wrong = elsewhere(figures, statement, other, Number(statement.compute.period));
    return wrong === null ? null : { statement, wrong, truth: [{ partner: other }] };
  },
  "a group less one member": (random, figures) => {
    const group = pick(random, [
      ["CA", "MX", "CN"],
      ["CN", "JP", "KR", "TW"],
      ["DE", "FR", "IT"],
    ]);
    const { year } = drawPlace(random);
    const left = pick(random, group);
    const sum = (codes: readonly string[]) =>
      codes.reduce((all, code) => all + (figures.imports(code, year) ?? Number.NaN), 0);
    const statement = flow("imports", group.join(","), year, sum(group));
    Object.assign(statement.compute, { together: true });
    const rest = group.filter((code) => code !== left);
    return { statement, wrong: sum(rest), truth: [{ partner: rest.join(",") }] };
  },
  "the EU with the United Kingdom": (random, figures) => {
    // Croatia joined in the middle of 2013.
    const year = pick(random, [2014, 2015, 2016, 2017, 2018, 2019]);
    const of = pick(random, ["exports", "imports"] as const);
    const [today, united] = [EU, [...EU, "GB"]].map((codes) =>
      codes.reduce((all, code) => all + (figures[of](code, year) ?? Number.NaN), 0),
    );
    return {
      statement: flow(of, "EU", year, today!),
      wrong: united!,
      truth: [{ members: "then" }, { members: "published" }],
    };
  },
  "another whole": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const of = pick(random, ["exports", "imports"] as const);
    const others = [...new Set([partner, ...["CN", "MX", "CA", "JP", "DE"]])].slice(0, 5);
    const [part, world] = [figures[of](partner, year), figures[of]("WORLD", year)];
    const whole = others.reduce((all, code) => all + (figures[of](code, year) ?? Number.NaN), 0);
    if (!part || !world) return null;
    return {
      statement: {
        compute: {
          ...{ metric: "share", of, data: "census-goods", partner },
          ...{ whole: others.join(","), period: String(year) },
        },
        unit: "percent",
        value: (part / whole) * 100,
      },
      wrong: (part / world) * 100,
      truth: [{ whole: "world" }],
    };
  },
  "another basis": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const of = pick(random, ["exports", "imports"] as const);
    const right = figures[of](partner, year);
    const wrong = figures.onOtherBasis(partner, of === "exports" ? "export" : "import", year);
    if (!right || !wrong) return null;
    const truth = [{ data: "bea-trade", sector: "goods" }];
    return { statement: flow(of, partner, year, right), wrong, truth };
  },
  "another vintage": (random, figures) => {
    const partner = pick(random, PARTNERS);
    const year = 2020 + Math.floor(random() * 5);
    const of = pick(random, ["exports", "imports"] as const);
    const all = figures.byVintage(partner, of === "exports" ? "export" : "import", year);
    const names = [...all.keys()];
    if (names.length < 2) return null;
    const [pinned, other] = [pick(random, names), pick(random, names)];
    const [value, wrong] = [all.get(pinned)!, all.get(other)!];
    const unit = 10 ** (Math.floor(Math.log10(value)) - 3);
    if (Math.abs(value - wrong) < unit) return null;
    // Vintages that print the same digits are one answer.
    const alike = names.filter((name) => Math.abs(all.get(name)! - wrong) <= unit / 2);
    const truth = alike.map((vintage) => ({ vintage }));
    return { statement: flow(of, partner, year, value), wrong, truth, vintage: pinned };
  },
  "two of three years": (random, figures) => {
    const { partner, year } = drawPlace(random);
    if (year > 2022) return null;
    const amounts = [0, 1, 2].map((more) => figures.imports(partner, year + more));
    if (amounts.some((one) => one === null)) return null;
    const [a, b, c] = amounts as [number, number, number];
    const statement = flow("imports", partner, year, a + b + c);
    statement.compute.period = `${year}-01/${year + 2}-12`;
    const early = random() < 0.5;
    return {
      statement,
      wrong: early ? a + b : b + c,
      truth: [{ period: early ? `${year}-01/${year + 1}-12` : `${year + 1}-01/${year + 2}-12` }],
    };
  },
  "the sign": (random, figures) => {
    const { partner, year } = drawPlace(random);
    const all = flows(figures, partner, year);
    if (!all) return null;
    return {
      statement: balance(partner, year, all.balance),
      wrong: -all.balance,
      truth: [{ sign: "reversed" }],
    };
  },
  "million for billion": printedSlip(
    (value) => value * 1000,
    () => [{ scale: "1e3" }],
  ),
  "exchanged digits": printedSlip(
    (value, random) => {
      const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
      const digits = String(Math.round(Math.abs(value) / unit));
      // No amount is printed with a zero in front.
      const at = Math.floor(random() * 3);
      if (digits[at] === digits[at + 1] || (at === 0 && digits[1] === "0")) return null;
      const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
      return Math.sign(value) * Number(swapped) * unit;
    },
    () => [1, 2, 3, 4, 5].map((at) => ({ digits: `exchanged ${at}` })),
  ),
  truncation: printedSlip(
    (value) => {
      const printed = Number(printedWith(value, 4));
      const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
      const cut = Math.trunc(value / unit) * unit;
      return Math.abs(cut - printed) > unit / 2 ? cut : null;
    },
    () => [{ digits: "cut off" }],
  ),
  "nominal for real": (random) => {
    const [growth, prices] = [5 + random() * 80, 3 + random() * 25];
    return formulaSlip(
      "deflate",
      [growth, prices],
      ((1 + growth / 100) / (1 + prices / 100) - 1) * 100,
      growth,
      "nominal",
    );
  },
  "formula: growth over the end": (random) => {
    const [from, to] = [50 + random() * 400, 50 + random() * 400];
    return formulaSlip(
      "growth",
      [from, to],
      (to / from - 1) * 100,
      ((to - from) / to) * 100,
      "over-end",
    );
  },
  "formula: the ratio the other way": (random) => {
    const [a, b] = [50 + random() * 400, 50 + random() * 400];
    return formulaSlip("ratio", [a, b], a / b, b / a, "inverse", "ratio");
  },
};

function formulaSlip(
  name: string,
  numbers: readonly number[],
  value: number,
  wrong: number,
  mistake: string,
  unit = "percent",
): Drawn {
  return {
    statement: { compute: {}, unit: unit as "percent", value },
    wrong,
    truth: [{ mistake }],
    formula: { [name]: numbers.map((number) => number.toFixed(2)) },
  };
}

/** `152.47` with four digits is `152.5`; never in powers of ten. */
export function printedWith(value: number, digits: number): string {
  if (value === 0) return "0";
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toFixed(Math.min(12, Math.max(0, digits - before)));
}

const SCALES = [
  ["trillion", 1e12],
  ["billion", 1e9],
  ["million", 1e6],
  ["thousand", 1e3],
] as const;

function decimalsOf(unit: string): number {
  return unit === "ratio" ? 3 : unit === "times" ? 2 : 1;
}

/** A claim that prints a number, as reports do: amounts with four digits, percent with one decimal. */
function claimOf(
  { statement: { compute, unit, value }, formula, vintage }: Drawn,
  number: number,
): ClaimFile {
  const [scale, factor] = (unit === "USD" &&
    SCALES.find(([, least]) => Math.abs(value) >= least)) || [undefined, 1];
  const shown = number / factor;
  const reported = unit === "USD" ? printedWith(shown, 4) : shown.toFixed(decimalsOf(unit));
  return claimFileSchema.parse({
    report: { id: "study", title: "Study", publisher: "Study", date: "2025" },
    claims: [
      {
        id: "claim",
        ...(vintage !== undefined && { vintage }),
        where: {},
        says: "a figure",
        reported,
        unit,
        ...(scale && { scale }),
        ...(formula ? { formula } : { compute }),
      },
    ],
  });
}

/** A wrong claim of a kind; null where the draw makes none. */
export function slipped(
  kinds: Kinds,
  kind: string,
  random: Random,
  figures: Figures,
): SlippedClaim | null {
  const drawn = kinds[kind]!(random, figures);
  if (!drawn || !Number.isFinite(drawn.wrong)) return null;
  return { kind, truth: drawn.truth, file: claimOf(drawn, drawn.wrong) };
}

/** A claim of any kind with a number that nobody computed, of the same order as the right one. */
export function random(kinds: Kinds, random: Random, figures: Figures): ClaimFile | null {
  const drawn = kinds[pick(random, Object.keys(kinds))]!(random, figures);
  if (!drawn) return null;
  return claimOf(drawn, drawn.statement.value * Math.exp(random() * 2 - 1));
}
