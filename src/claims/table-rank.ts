import { InputError } from "../errors.ts";
import type { FigureWords, TableWord } from "../metrics/value-added-claims.ts";
import { quoted } from "../question/quoted-list.ts";
import type { Period } from "../records/period.ts";
import { ComputeError } from "./compute-error.ts";
import type { Compute } from "./file/schema.ts";
import { rankAmong } from "./rank.ts";
import { isNamed, type TableFigure } from "./table-figure.ts";

/** How a figure of a table is placed among those of other economies or industries. */
export interface TableRank {
  /** The same figure of each member that it is placed among. */
  readonly others: readonly TableFigure[];
  /** The figure by which it is placed. */
  readonly own: TableFigure;
  readonly first: "largest" | "smallest";
}

/**
 * The rank of a figure among the members of the dimension that its metric ranks: all of the table, or
 * those of `rank.among`. A balance is ranked from the largest deficit, others from the largest.
 * @throws ComputeError where the column or a member is unknown, or the figure is none of one member.
 */
export function tableRankOf({ rank }: Compute, figure: TableFigure): TableRank | null {
  if (rank === undefined) return null;
  const { metric, columns } = figure.others;
  const word = metric.ranks;
  if (figure.words[word] === undefined) {
    throw new ComputeError("rank", `is that of one ${word} (name it)`);
  }
  const by = rank.by ?? figure.column;
  const known = [figure.column, ...columns];
  if (!known.includes(by)) {
    throw new ComputeError("rank", `unknown column "${by}" (use ${known.join(", ")})`);
  }
  const own = figure.others.with({ words: figure.words, column: by });
  return {
    own,
    others: membersOf(rank.among, word, figure).map((member) =>
      own.others.with({ words: ofMember(figure.words, word, member) }),
    ),
    first: rank.first ?? (own.isBalance ? "smallest" : "largest"),
  };
}

function membersOf(
  among: string | readonly string[] | undefined,
  word: TableWord,
  { others: { table } }: TableFigure,
): readonly string[] {
  const isIndustry = word === "industry";
  if (among === undefined || among === "all") {
    return isIndustry ? table.industries.map(quoted) : table.economies.map(({ code }) => code);
  }
  const named = typeof among === "string" ? among.split(",").map((one) => one.trim()) : among;
  const unknown = named.find((one) => !isMember(one, isIndustry, table));
  if (unknown === undefined) return isIndustry ? named.map(quoted) : named;
  throw new ComputeError("rank", `${table.description.id} has no ${word} "${unknown}"`);
}

function isMember(
  name: string,
  isIndustry: boolean,
  { industries, economies }: TableFigure["others"]["table"],
): boolean {
  return isIndustry ? industries.includes(name) : economies.some((one) => isNamed(one, name));
}

function ofMember(words: FigureWords, word: TableWord, member: string): FigureWords {
  const { together: _, ...rest } = words;
  return { ...rest, [word]: member };
}

/** The rank of the figure in a period; null where the figure itself is. */
export function rankInTable({ own, others, first }: TableRank, period: Period) {
  const { value, reason } = own.read(period);
  if (value === null) return { value, reason };
  const figures = others.map((one) => figureOf(one, period));
  return { value: rankAmong(value, figures, first), reason: null };
}

/** An economy has no balance with itself, and so no place there. */
function figureOf(figure: TableFigure, period: Period): number | null {
  try {
    return figure.read(period).value;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
