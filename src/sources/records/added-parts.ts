import { InputError } from "../../errors.ts";
import { firstNames } from "../../first-names.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { Warning } from "../../warning.ts";
import { shellWord } from "../shell-word.ts";

/** A figure that is the sum of parts, as the user asked. */
export interface SumOfParts {
  readonly key: SeriesKey;
  readonly period: string;
  /** The column that tells the parts apart. */
  readonly column: string;
  readonly members: ReadonlyMap<string, number>;
}

const NAMES_SHOWN = 5;
/** In so many figures no part is by chance the sum of all others. */
const SURE = 2;

/** A part that is the sum of all others, and in how many figures. */
interface Whole {
  readonly code: string;
  readonly figure: SumOfParts;
  hits: number;
}

/**
 * A part that is the sum of all others, in every figure where two others stand beside it: to add it
 * would count all twice.
 * @returns the error, or, where this may be chance, what is to be said.
 */
export function wholeAmongParts(
  sums: readonly SumOfParts[],
  directory: PartnerDirectory,
): InputError | Warning | null {
  const never = new Set<string>();
  const found = new Map<string, Whole>();
  for (const figure of sums) {
    const amounts = [...figure.members].filter(([, value]) => value !== 0);
    if (amounts.length <= 2) continue;
    const sum = amounts.reduce((all, [, value]) => all + value, 0);
    for (const [code, value] of amounts) {
      const id = `${figure.column}=${code}`;
      const known = found.get(id);
      if (2 * value !== sum) never.add(id);
      else if (known) known.hits += 1;
      else found.set(id, { code, figure, hits: 1 });
    }
  }
  for (const [id, { code, figure, hits }] of found) {
    if (never.has(id)) continue;
    const { key, column } = figure;
    const name = code.length > 3 ? code : code.replace(/^usa?$/i, "United States");
    const named = name.length > 3 ? directory.find(name) : undefined;
    const isNamed = named?.kind === "partner" && named.partner.code === key.reporter;
    const isSure = hits >= SURE || isNamed || /\btotal\b/i.test(code);
    const says = `${column} "${code}" is the sum of all others (${wordsOf(figure)})`;
    const alone = `--where ${shellWord(`${column}=${code}`)}`;
    if (isSure) {
      return new InputError(
        `--add-up ${column}: ${says}, which would count twice (use ${alone} instead, or remove its rows)`,
      );
    }
    return {
      code: "whole-among-parts",
      message: `${says}: where it is their total, all of them are counted twice (then use ${alone} instead)`,
    };
  }
  return null;
}

/** Figures of one thing, of other periods or the other flow, that add up other parts. */
export function unlikeParts(sums: readonly SumOfParts[]): Warning[] {
  const parts = new Map<string, Set<string>>();
  for (const { key, column, members } of sums) {
    const id = subjectOf(key, column);
    const all = parts.get(id) ?? new Set();
    parts.set(id, all);
    for (const code of members.keys()) all.add(code);
  }
  const unlike = sums.flatMap((figure) => {
    const all = [...parts.get(subjectOf(figure.key, figure.column))!];
    const lacking = all.filter((code) => !figure.members.has(code));
    return lacking.length === 0 ? [] : [{ figure, lacking }];
  });
  const [first] = unlike;
  if (!first) return [];
  const { figure, lacking } = first;
  const others = unlike.length > 1 ? ` (nor have ${unlike.length - 1} more sums all parts)` : "";
  return [
    {
      code: "unlike-parts",
      message: `${wordsOf(figure)} is a sum without ${figure.column} ${firstNames(lacking, NAMES_SHOWN)}, which other sums have${others}: where these are not zero, the sums cannot be compared`,
    },
  ];
}

function subjectOf(key: SeriesKey, column: string): string {
  return [key.reporter, key.partner, key.product, key.sector, column].join("\u0001");
}

function wordsOf({ key, period }: SumOfParts): string {
  return `${key.partner}, ${key.flow}, ${key.product}, ${period}`;
}
