import { InputError } from "../errors.ts";
import { DOLLARS, type Sector, type SeriesKey, sectorsText } from "../records/record.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import { amountOf } from "./amount.ts";
import type { FlowRequest, UsedRecords } from "./figure.ts";

/** One of several kinds of a figure that would all do. */
interface Kind {
  readonly stratum: { readonly key: SeriesKey };
  readonly sum: { readonly sectors: readonly Sector[] };
}

const DIFFERING = [
  "reporter",
  "flowBasis",
  "valuation",
  "basis",
  "currency",
  "adjusted",
  "prices",
] as const;
type Differing = (typeof DIFFERING)[number];

const SPOKEN: Partial<Record<Differing, string>> = { adjusted: "seasonal adjustment" };

function wordOf(name: Differing, value: string | boolean | null | undefined): string {
  if (value === undefined && name === "prices") return "current prices";
  if (value === undefined || value === null) return name === "currency" ? DOLLARS : "not stated";
  return typeof value === "string" ? value : value ? "adjusted" : "not adjusted";
}

/** The first attribute in which two kinds of figure differ. */
export function differing(candidates: readonly Pick<Kind, "stratum">[]): Differing {
  const [a, b] = candidates.map(({ stratum }) => stratum.key);
  return DIFFERING.find((name) => a![name] !== b![name])!;
}

/**
 * In what the parts of a period differ that are each of another kind, so that no kind has them all;
 * undefined where some are in no kind.
 */
export function unlikeParts(
  kinds: readonly (Pick<Kind, "stratum"> & { readonly sum: { readonly records: UsedRecords[] } })[],
  { period }: FlowRequest,
): string | undefined {
  if (kinds.length < 2) return undefined;
  const all = kinds.flatMap(({ sum }) => sum.records.flatMap(({ labels }) => labels));
  if (amountOf({ values: new Map(all.map((label) => [label, 0])) }, period).kind !== "sum") {
    return undefined;
  }
  const name = differing(kinds);
  const named = kinds.map(({ stratum }) => wordOf(name, stratum.key[name]));
  return `${SPOKEN[name] ?? name} (${[...new Set(named)].join(", ")})`;
}

/** The error where nothing decides between kinds of one figure. */
export function ambiguous(
  { description: { id } }: TradeDataset,
  request: FlowRequest,
  candidates: readonly Kind[],
): InputError {
  const name = differing(candidates);
  const place = `${id}: ${request.flow}s, ${request.partner}, ${request.period.label}`;
  const differ = (what: string, named: Iterable<string>, option: string) =>
    new InputError(
      `${place}: two figures that differ in ${what} (${[...named].join(", ")}) and no rule to choose one (use --${option})`,
    );
  // Goods and services are mostly on other bases and valuations: which is meant comes first.
  const sectors = new Set(candidates.map(({ sum }) => sectorsText(sum.sectors)));
  if (sectors.size > 1) return differ("sector", sectors, "sector");
  const flowOption = request.flow === "export" ? "exports" : "imports";
  const where = "where COLUMN=TEXT, with the column that tells them apart";
  const options = {
    flowBasis: flowOption,
    currency: where,
    adjusted: `${where}; of data revisions --adjusted`,
    prices: where,
  } as const;
  const own = options[name as keyof typeof options] ?? name;
  // No option asks for what a file does not state.
  const isStated = candidates.every(({ stratum }) => stratum.key[name] ?? false);
  const option = isStated || own === where ? own : `${own}, or --${where}`;
  const named = [...new Set(candidates.map(({ stratum }) => wordOf(name, stratum.key[name])))];
  return differ(SPOKEN[name] ?? name, named, option);
}
