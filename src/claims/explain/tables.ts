import type { FigureWords, TableWord } from "../../metrics/value-added-claims.ts";
import type { NamedPartner } from "../../partners/directory.ts";
import { quoted } from "../../question/quoted-list.ts";
import type { Recipe } from "../recipe.ts";
import { type FigureChange, INDUSTRY_WORDS, isNamed, type TableFigure } from "../table-figure.ts";
import type { Change } from "./change.ts";
import { weightAt } from "./partners.ts";

/** What tells a change of figures of tables from others, and what it makes of one of them. */
interface TableChange extends Pick<Change, "what" | "parameters" | "says" | "weight"> {
  /** The changed figure, or null where the change does not touch this one. */
  readonly of: (figure: TableFigure) => FigureChange | null;
}

/**
 * Other figures of the tables that claims ask: another column of the row (gross for value added), term
 * (foreign for domestic) or way to decompose, other economies and industries, two economies in each
 * other's place, a word that was left out, and what metrics declare that they are mistaken for.
 */
export function tableChanges(recipes: readonly Recipe[]): Change[] {
  const figures = recipes.flatMap(({ inTable }) => inTable ?? []);
  const made = new Map<string, TableChange>();
  for (const figure of figures) {
    for (const one of changesOf(figure)) {
      made.set(JSON.stringify([one.what, one.parameters, one.says]), one);
    }
  }
  return [...made.values()].map(({ of, ...change }) => ({
    ...change,
    apply(recipe) {
      const { inTable } = recipe;
      const changed = inTable && of(inTable);
      if (!inTable || !changed) return null;
      const other = inTable.others.with(changed);
      return { ...recipe, inTable: other, measure: other.column };
    },
  }));
}

function changesOf(figure: TableFigure): TableChange[] {
  return [
    ...otherColumns(figure),
    ...mistaken(figure),
    ...otherTerms(figure),
    ...otherWays(figure),
    ...otherEconomies(figure),
    ...exchanged(figure),
    ...otherIndustries(figure),
    ...leftOut(figure),
  ];
}

function isOf(figure: TableFigure, other: TableFigure): boolean {
  return figure.others.metric === other.others.metric;
}

function otherColumns(figure: TableFigure): TableChange[] {
  return figure.others.columns.map((column) => ({
    ...{ what: "measure", parameters: { measure: column } },
    says: `${column} in place of ${figure.column}`,
    of: (one) =>
      isOf(figure, one) && one.column === figure.column ? { words: one.words, column } : null,
  }));
}

function mistaken(figure: TableFigure): TableChange[] {
  const { metric } = figure.others;
  const own = (metric.mistakes ?? []).filter(({ columns }) => columns.includes(figure.column));
  return own.map((mistake) => ({
    ...{ what: "mistaken", parameters: { mistake: mistake.id }, says: mistake.says },
    of: (one) => (isOf(figure, one) && one.column === figure.column ? { mistake } : null),
  }));
}

/** Changes one word of the figures that have the same one; null takes it away. */
function wordChange(
  figure: TableFigure,
  word: TableWord,
  to: string | null,
  rest: Pick<TableChange, "what" | "says" | "weight">,
): TableChange {
  const from = figure.words[word];
  return {
    ...{ ...rest, parameters: { [word]: to ?? "all" } },
    of: (one) =>
      isOf(figure, one) && one.words[word] === from
        ? { words: withWord(one.words, word, to) }
        : null,
  };
}

function withWord(words: FigureWords, word: TableWord, to: string | null): FigureWords {
  const { [word]: _, ...others } = words;
  return to === null ? others : { ...others, [word]: to };
}

/** A term and the one of the other origin are mixed up more readily than others. */
const COUNTERPARTS: readonly (readonly [string, string])[] = [
  ["DVA", "FVA"],
  ["DC", "FC"],
  ["DDC", "FDC"],
  ["DVA", "VAX"],
  ["DVA", "DC"],
  ["FVA", "FC"],
  ["EXGR_DVA", "EXGR_FVA"],
];
const LIKELIER = 8;

function otherTerms(figure: TableFigure): TableChange[] {
  const { term } = figure.words;
  if (term === undefined) return [];
  return figure.others.terms
    .filter((other) => other !== term)
    .map((other) =>
      wordChange(figure, "term", other, {
        what: "measure",
        says: `${other} in place of ${term}`,
        weight: COUNTERPARTS.some((pair) => pair.includes(other) && pair.includes(String(term)))
          ? LIKELIER
          : 1,
      }),
    );
}

const WAYS: readonly FigureWords[] = [
  ...[{ method: "kww" }, { method: "wwz" }, { method: "oecd" }, { approach: "sink" }],
  ...[{ perimeter: "world" }, { perimeter: "industry" }, { perimeter: "industry-and-partner" }],
];

/** Other decompositions; foreign value added differs among them. */
function otherWays(figure: TableFigure): TableChange[] {
  const { term } = figure.words;
  if (term === undefined) return [];
  return WAYS.map((way) => ({
    ...{ what: "basis", parameters: way as Change["parameters"] },
    says: `${Object.entries(way)[0]!.join(" ")} in place of the one named`,
    of(one) {
      if (!isOf(figure, one)) return null;
      const { method: _, approach: __, perimeter: ___, ...rest } = one.words;
      return { words: { ...rest, ...way } };
    },
  }));
}

const ECONOMIES: readonly TableWord[] = [
  "exporter",
  "importer",
  "reporter",
  "partner",
  "origin",
  "destination",
];

/** The names of the economies of a word, where it names one. */
function economyOf({ others, words }: TableFigure, word: TableWord): NamedPartner | null {
  return others.table.economies.find((one) => isNamed(one, String(words[word]))) ?? null;
}

/** Large economies are mixed up more readily than small ones. */
function otherEconomies(figure: TableFigure): TableChange[] {
  const { economies } = figure.others.table;
  return ECONOMIES.filter((word) => figure.words[word] !== undefined).flatMap((word) => {
    const own = economyOf(figure, word);
    return economies.flatMap(({ code, name }, place) =>
      code === own?.code
        ? []
        : [
            wordChange(figure, word, code, {
              what: "partner",
              says: `${word} ${name} instead of ${own?.name ?? figure.words[word]}`,
              weight: weightAt(place),
            }),
          ],
    );
  });
}

const PAIRS: readonly (readonly [TableWord, TableWord])[] = [
  ["exporter", "origin"],
  ["exporter", "partner"],
  ["exporter", "importer"],
  ["origin", "importer"],
  ["origin", "destination"],
  ["origin", "partner"],
  ["reporter", "partner"],
];

/** The value added of one in the exports of the other, the other way round. */
function exchanged(figure: TableFigure): TableChange[] {
  return PAIRS.filter((pair) => pair.every((word) => figure.words[word] !== undefined))
    .filter(([word, other]) => figure.words[word] !== figure.words[other])
    .map(([word, other]) => ({
      ...{ what: "flows", parameters: { exchanged: `${word},${other}` } },
      says: `${word} and ${other} exchanged`,
      of(one) {
        const { [word]: first, [other]: second } = one.words;
        if (!isOf(figure, one) || first === undefined || second === undefined) return null;
        return { words: { ...one.words, [word]: second, [other]: first } };
      },
    }));
}

function otherIndustries(figure: TableFigure): TableChange[] {
  return INDUSTRY_WORDS.filter((word) => figure.words[word] !== undefined).flatMap((word) =>
    figure.others.table.industries
      .map(quoted)
      .filter((code) => code !== figure.words[word])
      .map((code) =>
        wordChange(figure, word, code, {
          what: "product",
          says: `industry ${code} instead of ${figure.words[word]}`,
        }),
      ),
  );
}

/** All of a dimension in place of the one that is named. */
function leftOut(figure: TableFigure): TableChange[] {
  const { words, required } = figure.others.metric;
  return words
    .filter((word) => figure.words[word] !== undefined && !required.includes(word))
    .filter((word) => ECONOMIES.includes(word) || INDUSTRY_WORDS.includes(word))
    .map((word) =>
      INDUSTRY_WORDS.includes(word)
        ? wordChange(figure, word, null, { what: "product", says: "all industries instead" })
        : wordChange(figure, word, null, { what: "partners", says: `every ${word} instead` }),
    );
}
