import { InputError } from "../errors.ts";
import { type Dimension, dimensions } from "../metrics/cell.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import type { ProductLevel } from "../products/product.ts";
import { commaList, type QuestionWords } from "./words.ts";

/** Into which members rows and lists are broken, and in which words that was asked for. */
export interface Members {
  readonly by: readonly Dimension[];
  readonly byText: string;
  readonly each: Dimension;
  readonly eachText: string | null;
  readonly level: ProductLevel;
}

/** The word for every member of a dimension. */
const ALL = "all";

export function isAll(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === ALL;
}

const LEVEL = /^([a-z]{2,5})(\d{1,2})?$/;
const noLevel: ProductLevel = { system: null, digits: null };

interface Word {
  readonly dimension: Dimension;
  readonly level: ProductLevel;
  readonly text: string;
}

/**
 * Reads --by and --each. Of a metric of lists, --by names the members of the list and --each the
 * rows; of all others, --by names the rows. `--partner all` is `--by partner`.
 * @throws InputError for a word that is no dimension of the metric.
 */
export function membersOf(
  metric: AnyMetric,
  { by, each, partner, reporter, product }: QuestionWords,
): Members {
  const { asks } = metric;
  const lists = asks.each;
  const list = lists ? listWord(metric, lists, by) : null;
  const asked = wordsOf(metric, lists ? "--each" : "--by", lists ? each : by, list);
  const rows = [...asked];
  const add = (dimension: Dimension, at: "start" | "end") => {
    if (rows.some((word) => word.dimension === dimension)) return;
    const word = { dimension, level: noLevel, text: dimension };
    if (at === "start") rows.unshift(word);
    else rows.push(word);
  };
  if (isAll(partner) && list?.dimension !== "partner") add("partner", "start");
  if (isAll(reporter)) add("reporter", "start");
  // Of all products together RCA is 1, so its rows are products unless some are named.
  const isNeeded = !asks.additive && product === undefined;
  if (isNeeded || (asked.length === 0 && !isAll(partner))) {
    for (const dimension of asks.by ?? []) add(dimension, "end");
  }
  const levels = [...rows, ...(list ? [list] : [])].filter(
    ({ dimension }) => dimension === "product",
  );
  return {
    by: rows.map(({ dimension }) => dimension),
    byText: rows.map(({ text }) => text).join(","),
    each: list?.dimension ?? "product",
    eachText: list && by !== undefined ? list.text : null,
    level: levels[0]?.level ?? noLevel,
  };
}

function listWord(metric: AnyMetric, lists: readonly Dimension[], by: string | undefined): Word {
  if (by === undefined) return { dimension: lists[0]!, level: noLevel, text: lists[0]! };
  const words = commaList(by).map((text) => wordOf(metric, "--by", text, lists));
  if (words.length === 1) return words[0]!;
  throw new InputError(
    `--by: a list of ${metric.id} holds the members of one dimension, got "${by}" (name the rows with --each)`,
  );
}

function wordsOf(
  metric: AnyMetric,
  option: string,
  text: string | undefined,
  list: Word | null,
): readonly Word[] {
  if (text === undefined) return [];
  const allowed = dimensions.filter((dimension) => dimension !== list?.dimension);
  const words = commaList(text).map((word) => wordOf(metric, option, word, allowed));
  const twice = words.find(
    ({ dimension }, at) => words.findIndex((word) => word.dimension === dimension) < at,
  );
  if (words.length === 0) throw new InputError(`${option}: the list is empty (use ${allowed[0]})`);
  if (twice) throw new InputError(`${option}: ${twice.dimension} is named twice in "${text}"`);
  return words;
}

function wordOf(
  metric: AnyMetric,
  option: string,
  text: string,
  allowed: readonly Dimension[],
): Word {
  const word = text.trim().toLowerCase();
  const named = dimensions.find((dimension) => dimension === word);
  if (named && allowed.includes(named)) return { dimension: named, level: noLevel, text: word };
  const match = LEVEL.exec(word);
  if (named || !match || !allowed.includes("product")) {
    const level = allowed.includes("product") ? ", or a level of products such as hs2" : "";
    throw new InputError(
      `${option}: ${metric.id} cannot be broken down by "${text}" (use ${allowed.join(", ")}${level})`,
    );
  }
  const digits = match[2] === undefined ? null : Number(match[2]);
  if (digits === 0) {
    throw new InputError(`${option}: "${text}": a level has at least one digit (use hs2)`);
  }
  return { dimension: "product", level: { system: match[1]!, digits }, text: word };
}
