import { readFileSync } from "node:fs";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { cannotRead } from "../readable.ts";
import { monthLabel, parsePeriod } from "../records/period.ts";
import type { FetchedVintage } from "./fetched-vintages.ts";
import { type PriceIndex, priceIndex } from "./prices.ts";

/** What the Bureau of Labor Statistics answers: the newest month first, `M13` the mean of a year. */
const answerSchema = z.object({
  Results: z.object({
    series: z.array(
      z.object({
        seriesID: z.string().optional(),
        data: z.array(z.object({ year: z.string(), period: z.string(), value: z.string() })),
      }),
    ),
  }),
});

/** All items, all urban consumers, not seasonally adjusted. */
const SERIES = "CUUR0000SA0";
const HOW = `Use the answer of https://api.bls.gov/publicAPI/v2/timeseries/data/${SERIES} as it came, in JSON.`;

const MONTH = /^M(0[1-9]|1[0-2])$/;

/**
 * An index with the months that were fetched in place of its own. A month of which the Bureau gives
 * `-` was not published.
 * @throws InputError where a file is no answer of the Bureau.
 */
export function withFetchedPrices(embedded: PriceIndex, fetched: FetchedVintage): PriceIndex {
  const { first, last } = embedded.description.coverage;
  const levels = new Map<string, number | null>();
  const start = parsePeriod(first).first;
  const end = parsePeriod(last).last;
  for (let month = start; month <= end; month += 1) {
    const label = monthLabel(month);
    levels.set(label, embedded.levelOf(parsePeriod(label)).level);
  }
  for (const path of fetched.paths) {
    for (const [label, level] of monthsIn(path)) levels.set(label, level);
  }
  const labels = [...levels.keys()].sort();
  const months = Array.from(
    { length: parsePeriod(labels.at(-1)!).last - parsePeriod(labels[0]!).first + 1 },
    (_, at) => levels.get(monthLabel(parsePeriod(labels[0]!).first + at)) ?? null,
  );
  const coverage = { first: labels[0]!, last: labels.at(-1)!, step: "month" };
  const { vintage, sha256 } = fetched;
  const description = { ...embedded.description, coverage, vintage, sha256 };
  return priceIndex({ description, first: labels[0]!, values: months });
}

/**
 * The months of an answer of the Bureau, each with its level.
 * @throws InputError where a file is none.
 */
export function monthsIn(path: string): [string, number | null][] {
  const parsed = answerSchema.safeParse(contentOf(path));
  if (!parsed.success) throw new InputError(`${path}: holds no series of prices`, HOW);
  const [own] = parsed.data.Results.series;
  if (own?.seriesID !== undefined && own.seriesID !== SERIES) {
    throw new InputError(`${path}: holds series ${own.seriesID}, not ${SERIES}`, HOW);
  }
  return parsed.data.Results.series.flatMap(({ data }) =>
    data.flatMap(({ year, period, value }): [string, number | null][] => {
      const month = MONTH.exec(period)?.[1];
      if (month === undefined) return [];
      const level = Number(value);
      return [[`${year}-${month}`, level > 0 ? level : null]];
    }),
  );
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw cannotRead(path, error);
  }
}
