import { InputError } from "../../errors.ts";
import { keptIn } from "../../kept-in.ts";
import type { FigureWords, TableFigures, TableWord } from "../../metrics/value-added-claims.ts";
import {
  advantageMetric,
  balanceMetric,
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import type { Perimeter } from "../../value-added/index.ts";
import type { ResultRow } from "../result.ts";
import { advantagePart } from "./advantage-answer.ts";
import { balancePart, balancesTogether } from "./balance-answer.ts";
import { type Decomposed, decompositionMethod, decompositionPart } from "./decomposition-answer.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import { finalDemandPart } from "./final-demand-answer.ts";
import { industriesOf } from "./industries.ts";
import { participationPart } from "./participation-answer.ts";
import { tracePart } from "./trace-rows.ts";

/** One figure of a table, asked for and not yet computed. */
export interface TableQuestion {
  /** The names of the economies that it is about, those first whose figure it is. */
  readonly names: readonly string[];
  /** The terms that might be asked for in its place. */
  readonly terms?: readonly string[];
  /** The row that has it: every column of figures of the metric. */
  readonly row: () => ResultRow;
}

/**
 * One figure of an input-output table. Nothing is computed before the row is asked for.
 * @throws InputError that begins with the option of the word that is wrong: one that is unknown, that
 *   the table does not have, or that names several where one number is asked for.
 */
export function figureInTable(
  { metric }: TableFigures,
  source: OpenTable,
  economies: TableEconomies,
  words: FigureWords,
): TableQuestion {
  return new Asking(source, economies, words).questions[metric.id]!();
}

class Asking {
  constructor(
    readonly source: OpenTable,
    readonly economies: TableEconomies,
    readonly words: FigureWords,
  ) {}

  readonly questions: Readonly<Record<string, () => TableQuestion>> = {
    [originMetric.id]: () => this.#traced("exports"),
    [finalDemandMetric.id]: () => {
      const { exporter, destination, industry, originIndustry } = this.words;
      const traced = [exporter, destination, industry, originIndustry].some((one) => one);
      return traced ? this.#traced("final-demand") : this.#finalDemand();
    },
    [balanceMetric.id]: () => this.#balance(),
    [decompositionMetric.id]: () => this.#decomposition(),
    [participationMetric.id]: () => {
      const exporter = this.#one("exporter");
      const all = this.economies.select("all", "--exporter", false).exporters;
      const asked = { exporters: [exporter], everyone: all, warnings: [] };
      return question([exporter], () => only(participationPart(this.source, asked).rows));
    },
    [advantageMetric.id]: () => {
      const exporter = this.#one("exporter");
      const industries = this.#industries("industry");
      const asked = { exporters: [exporter], industries, warnings: [] };
      return question([exporter], () => only(advantagePart(this.source, asked).rows));
    },
  };

  #traced(of: "exports" | "final-demand"): TableQuestion {
    const { words, source, economies } = this;
    if (words.importer !== undefined && words.partner !== undefined) {
      throw new InputError(
        "--importer: the imports of one are its exporters' to one partner (give importer or partner)",
      );
    }
    const exporter = words.exporter === undefined ? null : this.#one("exporter");
    const everyone = economies.select("all", "--exporter", false).exporters;
    const lists = {
      origins: this.#several("origin"),
      partners: this.#several("importer") ?? this.#several("partner"),
      destinations: this.#several("destination"),
    };
    const asked = {
      ...{ of, by: [], warnings: [], exporters: exporter ? [exporter] : everyone },
      origins: codesOf(lists.origins),
      partners: codesOf(lists.partners),
      destinations: codesOf(lists.destinations),
      originIndustries: this.#industries("originIndustry"),
      industries: this.#industries("industry"),
    };
    const named = [exporter ?? [], ...Object.values(lists).map((list) => list ?? [])].flat();
    return question(named, () => {
      const [row] = tracePart(source, economies, asked).rows;
      return row ?? { ...NOTHING, period: source.description.period };
    });
  }

  #finalDemand(): TableQuestion {
    const origin = this.#one("origin");
    const asked = { origins: [origin], warnings: [] };
    return question([origin], () => only(finalDemandPart(this.source, asked).rows));
  }

  #balance(): TableQuestion {
    const { source, economies, words } = this;
    const reporter = words.reporter === undefined ? "US" : words.reporter;
    const own = this.#one("reporter", String(reporter));
    const partners = this.#several("partner")!;
    const asked = { reporters: [own], partners: codesOf(partners), warnings: [] };
    return question([...partners, own], () => {
      const { rows } = balancePart(source, economies, asked);
      if (rows.length === 0) {
        const [partner] = partners;
        throw new InputError(`--partner: ${own.name} has no balance with ${partner!.name}`);
      }
      return rows.length === 1 ? rows[0]! : balancesTogether(rows);
    });
  }

  #decomposition(): TableQuestion {
    const { source, economies, words } = this;
    const { method, approach, perimeter, term } = words;
    const exporter = this.#one("exporter");
    const partner = words.partner === undefined ? null : this.#one("partner");
    const [industry = null] = this.#industries("industry") ?? [];
    const by = (["total", "partner", "industry", "flow"] as const)[
      (partner ? 1 : 0) + (industry === null ? 0 : 2)
    ]!;
    const asked = {
      ...{ exporters: [exporter], by, terms: null, warnings: [] },
      ...(method && { method: decompositionMethod(String(method)) }),
      ...(approach && { approach: approach as "source" | "sink" }),
      ...(perimeter && { perimeter: perimeter as Perimeter }),
    };
    const key = JSON.stringify([exporter.exporter, by, method, approach, perimeter]);
    const decomposed = once(source, key, () => decompositionPart(source, economies, asked));
    // A term that the method does not have is told before anything else is computed.
    const rows = decomposed.rows.filter((row) => row.term === term);
    if (rows.length === 0) throw noTerm(String(term), decomposed);
    const asking = question([exporter, partner ?? []].flat(), () => {
      const own = rows.find(
        (row) =>
          (partner === null || row.partner === partner.code) &&
          (industry === null || row.industry === industry),
      );
      return own ?? { ...NOTHING, period: source.description.period };
    });
    return { ...asking, terms: termsOf(decomposed) };
  }

  /** The economy of a word, or several that are one together. */
  #one(word: TableWord, list = String(this.words[word])): NamedExporter {
    const together = this.words.together === true;
    const { exporters } = this.economies.select(list, optionOf(word), together);
    if (exporters.length > 1) throw this.#tooMany(word, exporters.length);
    return exporters[0]!;
  }

  /** The economies of a word, whose figures are added; null where it is not given. */
  #several(word: TableWord): readonly NamedExporter[] | null {
    const list = this.words[word];
    if (list === undefined) return null;
    const { exporters, warnings } = this.economies.select(String(list), optionOf(word), false);
    // Of a group that is there in part, no one number is that of the group.
    const [partial] = warnings;
    if (partial)
      throw new InputError(`${optionOf(word)}: ${partial.message.replace(/: left out$/, "")}`);
    if (exporters.length > 1 && this.words.together !== true) {
      throw this.#tooMany(word, exporters.length);
    }
    return exporters;
  }

  #industries(word: TableWord): readonly string[] | null {
    const list = this.words[word];
    if (list === undefined) return null;
    const own = industriesOf(String(list), this.source.table, optionOf(word))!;
    if (own.length > 1 && this.words.together !== true) throw this.#tooMany(word, own.length);
    return own;
  }

  #tooMany(word: TableWord, count: number): InputError {
    const message = `${count} of them make one number only together (add together: true)`;
    return new InputError(`${optionOf(word)}: ${message}`);
  }
}

const decompositions = new WeakMap<OpenTable, Map<string, Decomposed>>();

/** All terms of a decomposition are computed together, whichever is asked for. */
function once(source: OpenTable, key: string, make: () => Decomposed): Decomposed {
  return keptIn(
    keptIn(decompositions, source, () => new Map()),
    key,
    make,
  );
}

function termsOf({ rows }: Decomposed): string[] {
  return [...new Set(rows.map((row) => String(row.term)))];
}

function noTerm(term: string, decomposed: Decomposed): InputError {
  const known = termsOf(decomposed).join(", ");
  const { of } = decomposed;
  return new InputError(`--term: there is no term ${term} in ${of.method} (use ${known})`);
}

/** What a row has where the flows that are asked for are none. */
const NOTHING: ResultRow = {
  ...{ partner: null, partnerName: null, period: null, valueAdded: 0, whole: 0 },
  ...{ value: null, unit: "percent", reason: "no-exports" },
};

function question(named: readonly NamedExporter[], make: () => ResultRow): TableQuestion {
  let known: ResultRow | null = null;
  return {
    names: named.map(({ name }) => name),
    row() {
      known ??= make();
      return known;
    },
  };
}

function only(rows: readonly ResultRow[]): ResultRow {
  return rows[0]!;
}

function codesOf(list: readonly NamedExporter[] | null): string[] | null {
  return list === null ? null : list.map(({ exporter }) => exporter as string);
}

/** `--origin-industry` for `originIndustry`. */
function optionOf(word: TableWord): string {
  return `--${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
