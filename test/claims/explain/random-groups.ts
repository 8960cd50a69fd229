import { type ClaimFile, claimFileSchema } from "../../../src/claims/file/schema.ts";
import { openClaimSources } from "../../../src/claims/sources.ts";
import { allProducts } from "../../../src/products/product.ts";
import type { OpenSources } from "../../../src/sources/open.ts";
import type { SharesDataset } from "../../../src/sources/shares.ts";
import { pick, type Random } from "../../random.ts";

/** What an author may have done wrong with a whole group of claims. */
export const errors = ["year", "partner", "exchange", "sign", "thousand", "inverse"] as const;
export type AuthorError = (typeof errors)[number];

/** A group of claims with one error in it, and how the search should name that error. */
export interface WrongGroup {
  readonly error: AuthorError;
  readonly file: ClaimFile;
  readonly truth: Readonly<Record<string, unknown>>;
  /** The claims that the error has changed. */
  readonly changed: readonly string[];
}

/** What one claim states: a figure of one partner in one year. */
interface Statement {
  readonly metric: "flow" | "balance" | "deficit-ratio" | "share" | "value-added";
  readonly of: "exports" | "imports" | "balance" | "total";
  readonly partner: string;
  readonly year: number;
  readonly measure: string;
}

/** The figures of one embedded dataset, by partner and year, straight from its records. */
interface Figures {
  readonly id: string;
  readonly partners: readonly string[];
  readonly years: readonly number[];
  figureOf(statement: Statement): number | null;
}

/** Distinct items in random order. */
function some<T>(random: Random, items: readonly T[], count: number): T[] {
  const left = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}

/** The embedded datasets with partners and years: goods by country, and published shares. */
export async function embeddedFigures(): Promise<readonly Figures[]> {
  const sources = await openClaimSources(fileOf([], []), []);
  return [
    tradeFigures("census-goods", sources.of("census-goods")),
    tradeFigures("bea-trade", sources.of("bea-trade")),
    sharesFigures(sources.shares),
  ];
}

const countryCode = /^[A-Z]{2}$/;

/** Sums every record of a flow in a year; annual records where there are some, else months. */
function tradeFigures(id: string, open: OpenSources): Figures {
  const dataset = open.forProduct(allProducts);
  const flow = (partner: string, kind: "export" | "import", year: number): number | null => {
    const series = dataset
      .seriesOf(partner)
      .filter(({ key }) => key.flow === kind && key.product === "total");
    if (series.length === 0) return null;
    const sums = series.map(({ values }) => {
      const annual = values.get(String(year));
      if (annual !== undefined) return annual;
      const months = Array.from({ length: 12 }, (_, month) =>
        values.get(`${year}-${String(month + 1).padStart(2, "0")}`),
      );
      return months.every((value) => value !== undefined)
        ? months.reduce((sum, value) => sum! + value!, 0)!
        : null;
    });
    return sums.some((sum) => sum === null) ? null : sums.reduce((sum, one) => sum! + one!, 0)!;
  };
  const years = Array.from({ length: id === "bea-trade" ? 26 : 15 }, (_, at) =>
    id === "bea-trade" ? 1999 + at : 2010 + at,
  );
  return {
    id,
    partners: dataset.partners
      .filter(({ code, kind }) => kind === "country" && countryCode.test(code))
      .map(({ code }) => code),
    years,
    figureOf({ metric, of, partner, year }) {
      const [exports, imports] = [flow(partner, "export", year), flow(partner, "import", year)];
      if (exports === null || imports === null) return null;
      const measured = { exports, imports, balance: exports - imports, total: exports + imports };
      if (metric === "flow") return measured[of];
      if (metric === "balance") return measured.balance;
      if (metric === "deficit-ratio") {
        return exports === 0 ? null : (measured.balance / exports) * 100;
      }
      const whole = flow("WORLD", of === "imports" ? "import" : "export", year);
      return whole ? (measured[of] / whole) * 100 : null;
    },
  };
}

function sharesFigures(shares: SharesDataset): Figures {
  return {
    id: "tiva-shares",
    partners: shares.areas.map(({ code }) => code).filter((code) => countryCode.test(code)),
    years: shares.years,
    figureOf: ({ partner, measure, year }) => shares.valueOf(partner, measure, year) ?? null,
  };
}

const measures = ["EXGR_DVA", "EXGR_FVA", "FEXGR_DVA", "FFD_DVA"] as const;

/** A random group of three to six claims with one error; null where the draw makes none. */
export function wrongGroup(
  random: Random,
  figures: readonly Figures[],
  error: AuthorError,
): WrongGroup | null {
  const upsideDown = error === "inverse" || error === "sign";
  const data = upsideDown ? figures[0]! : pick(random, [...figures.slice(0, 1), ...figures]);
  const shares = data.id === "tiva-shares";
  const count = 3 + Math.floor(random() * 4);
  const year = pick(random, data.years);
  const onePartner = error === "partner" || (error === "year" && random() < 0.5);
  const chosen = some(random, data.partners, onePartner ? 1 : count);
  const kind = (metric: Statement["metric"], of: Statement["of"] = "balance") => ({ metric, of });
  const signed = [kind("balance"), kind("deficit-ratio")];
  const ratios =
    data.id === "census-goods"
      ? [kind("deficit-ratio"), kind("share", "exports"), kind("share", "imports")]
      : [kind("deficit-ratio")];
  const kinds = shares
    ? [kind("value-added")]
    : error === "sign"
      ? signed
      : error === "inverse"
        ? ratios
        : [...signed, kind("flow", "exports"), kind("flow", "imports"), kind("flow", "total")];
  const same = pick(random, kinds);
  const statements: Statement[] = onePartner
    ? several(random, chosen[0]!, year, kinds, count, shares)
    : chosen.map((partner) => ({ ...same, partner, year, measure: measures[0] }));
  const wrong = mistake(random, error, statements, data);
  if (!wrong || statements.length < 3) return null;
  const claims: object[] = [];
  const changed: string[] = [];
  for (const [index, statement] of statements.entries()) {
    const before = data.figureOf(statement);
    const after = wrong.printed(statement, data);
    if (before === null || after === null || before === 0 || after === 0) return null;
    const id = `claim-${index + 1}`;
    if (after !== before) changed.push(id);
    claims.push(claimOf(id, statement, after, data.id, 2 + Math.floor(random() * 3)));
  }
  return changed.length === 0
    ? null
    : { error, truth: wrong.truth, changed, file: fileOf(claims, []) };
}

/** Different figures of one partner in one year. */
function several(
  random: Random,
  partner: string,
  year: number,
  kinds: readonly Pick<Statement, "metric" | "of">[],
  count: number,
  shares: boolean,
): Statement[] {
  if (shares) {
    return some(random, measures, count).map((measure) => ({
      ...kinds[0]!,
      partner,
      year,
      measure,
    }));
  }
  return some(random, kinds, count).map((one) => ({ ...one, partner, year, measure: measures[0] }));
}

function mistake(
  random: Random,
  error: AuthorError,
  statements: readonly Statement[],
  data: Figures,
): {
  truth: Record<string, unknown>;
  printed: (statement: Statement, data: Figures) => number | null;
} | null {
  const { year, partner } = statements[0]!;
  const times =
    (factor: number) =>
    (statement: Statement, { figureOf }: Figures) => {
      const value = figureOf(statement);
      return value === null ? null : value * factor;
    };
  switch (error) {
    case "year": {
      const other = pick(
        random,
        data.years.filter((one) => one !== year),
      );
      return {
        truth: { period: String(other) },
        printed: (statement, { figureOf }) => figureOf({ ...statement, year: other }),
      };
    }
    case "partner": {
      const other = pick(
        random,
        data.partners.filter((one) => one !== partner),
      );
      return {
        truth: { partner: other },
        printed: (statement, { figureOf }) => figureOf({ ...statement, partner: other }),
      };
    }
    case "exchange": {
      const [a, b] = [statements[0]!.partner, statements[1]!.partner];
      const instead: Record<string, string> = { [a]: b, [b]: a };
      return {
        truth: { exchanged: `${a},${b}` },
        printed: (statement, { figureOf }) =>
          figureOf({ ...statement, partner: instead[statement.partner] ?? statement.partner }),
      };
    }
    case "sign":
      return { truth: { sign: "reversed" }, printed: times(-1) };
    case "thousand": {
      const power = random() < 0.5 ? 3 : -3;
      return { truth: { scale: `1e${power}` }, printed: times(10 ** power) };
    }
    case "inverse":
      return {
        truth: { inverse: true },
        printed(statement, { figureOf }) {
          const value = figureOf(statement);
          return value ? 10_000 / value : null;
        },
      };
  }
}

/** A claim that prints a number with so many digits, but no fewer than it has before the point. */
function claimOf(
  id: string,
  { metric, of, partner, year, measure }: Statement,
  value: number,
  data: string,
  digits: number,
): object {
  const money = metric === "flow" || metric === "balance";
  const scales = [
    ["trillion", 1e12],
    ["billion", 1e9],
    ["million", 1e6],
    ["thousand", 1e3],
  ] as const;
  const [scale, factor] = (money && scales.find(([, least]) => Math.abs(value) >= least)) || [
    undefined,
    1,
  ];
  return {
    id,
    where: {},
    says: "a figure",
    reported: printedWith(value / factor, digits),
    unit: money ? "USD" : "percent",
    ...(scale && { scale }),
    group: "together",
    compute: {
      metric,
      ...(metric === "value-added" ? { measure } : { data, of }),
      partner,
      period: String(year),
    },
  };
}

/** `152.47` with three digits is `152`, `0.0123` is `0.0123`; never in powers of ten. */
export function printedWith(value: number, digits: number): string {
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toFixed(Math.min(12, Math.max(0, digits - before)));
}

export function fileOf(claims: readonly object[], facts: readonly object[]): ClaimFile {
  const file = {
    report: { id: "random", title: "Random", publisher: "Test", date: "2025" },
    facts,
    claims:
      claims.length > 0
        ? claims
        : [{ id: "none", where: {}, says: "x", reported: "1", unit: "x", needs: "x" }],
  };
  return claimFileSchema.parse(file);
}
