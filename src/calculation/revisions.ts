import { InputError } from "../errors.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import { revision, revisionsMetric } from "../metrics/revisions.ts";
import type { Question } from "../question/question.ts";
import type { Period } from "../records/period.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import type { DatasetVintage, TradeDataset } from "../sources/dataset.ts";
import { vintagesInOneRevision } from "../sources/vintages.ts";
import { Cube } from "./cube.ts";
import { DataUseTally } from "./data-use.ts";
import { type Answer, type ResultColumn, type ResultRow, resultOf, textColumn } from "./result.ts";
import { measureTitles } from "./title.ts";
import { originsOf, roundedInterval } from "./vintage-origins.ts";
import { WarningList } from "./warnings.ts";

/**
 * Every vintage of each figure that a question asks for, the first release first, from all datasets
 * that may hold it; each with its revision against the vintage before it in the same dataset.
 * @throws InputError where the question names no period, or no dataset has a figure.
 */
export function revisionsAnswer(question: Question, datasets: readonly TradeDataset[]): Answer {
  const periods = (question.periods ?? []).filter((one): one is Period => typeof one !== "string");
  if (periods.length === 0) {
    throw new InputError("data revisions: of which period? (use --period 2023)");
  }
  const tally = new DataUseTally();
  const rows = question.subjects.flatMap(({ place, partner }) =>
    periods.flatMap((period) => {
      const request = { of: question.of, at: { ...place, period } };
      return datasets
        .flatMap((dataset) => figuresOf(dataset, request, question, tally))
        .sort((one, other) => (one.released < other.released ? -1 : 1))
        .map(
          ({ released, ...row }): ResultRow => ({
            ...{ partner: partner.code, partnerName: partner.name, period: period.label },
            ...{ released: released === "" ? null : released, ...row },
            ...{ unit: "USD", reason: null },
          }),
        );
    }),
  );
  if (rows.length === 0) {
    const covered = datasets.map(
      ({ description: { id, coverage } }) => `${id}, ${coverage.first} to ${coverage.last}`,
    );
    throw new InputError(
      `data revisions: no vintage has this figure (looked into: ${covered.join("; ")})`,
    );
  }
  return {
    title: titleOf(question, rows),
    columns: columnsOf(rows),
    result: resultOf(revisionsMetric, {
      parameters: {
        partner: question.asked.partner ?? "all",
        period: periods.map(({ label }) => label),
        of: question.of,
        product: question.product.id,
      },
      data: tally.toArray(),
      rows,
      warnings: [],
    }),
  };
}

/** What all rows share stands in the title. */
function titleOf({ of, product }: Question, rows: readonly ResultRow[]): string {
  const shared = (name: string) => {
    const all = new Set(rows.map((row) => row[name]));
    return all.size === 1 ? [String([...all][0])] : [];
  };
  const products = product.id === ALL_PRODUCTS ? [] : [product.title];
  const words = [...shared("partnerName"), ...shared("period"), ...products];
  return [`Revisions of ${measureTitles[of]}`, ...words].join(", ");
}

function figuresOf(
  dataset: TradeDataset,
  request: FigureRequest,
  question: Question,
  tally: DataUseTally,
) {
  const { preferences, project, absentAsZero, level, product } = question;
  const own = { preferences, project, absentAsZero, level, product };
  const settings = { ...own, byProduct: false, areas: null };
  const all = dataset.vintages
    ? vintagesInOneRevision(dataset)
    : [{ vintage: dataset.description.vintage, released: "", data: dataset }];
  let before: number | null = null;
  const adjustments = new Set<boolean>();
  type OneVintage = Pick<DatasetVintage, "released" | "data"> & { vintage: string | null };
  return all.flatMap(({ vintage, released, data }: OneVintage) => {
    const open = { forProduct: () => data, withProducts: () => data };
    const cube = new Cube(open, settings, new WarningList());
    const figure = cube.figures({ figure: request }).get("figure")!;
    const { value } = figure;
    const isOwn = [...originsOf(figure.figures)].some((origin) => origin.vintage === vintage);
    if (value === null || !(isOwn || vintage === null)) return [];
    for (const used of figure.figures) {
      tally.add(used);
      const adjusted = used.figure.provenance?.adjusted;
      if (typeof adjusted === "boolean") adjustments.add(adjusted);
    }
    if (adjustments.size > 1) throw differInAdjustment(dataset);
    const change = before === null ? null : revision(before, value);
    before = value;
    const interval = roundedInterval(value, figure.figures);
    return [
      {
        ...{ dataset: dataset.description.id, vintage, released, value },
        revision: change?.change ?? null,
        revisionPercent: change?.percent ?? null,
        ...(interval && { interval }),
      },
    ];
  });
}

/** What is adjusted is no revision of what is not. */
function differInAdjustment({ description: { id } }: TradeDataset): InputError {
  return new InputError(
    `data revisions: ${id} has the figure seasonally adjusted and not (use --adjusted yes or --adjusted no)`,
  );
}

function columnsOf(rows: readonly ResultRow[]): ResultColumn[] {
  const differs = (name: string) => new Set(rows.map((row) => row[name])).size > 1;
  return [
    ...(differs("partner") ? [textColumn("partnerName", "Partner")] : []),
    ...(differs("period") ? [textColumn("period", "Period")] : []),
    ...(differs("dataset") ? [textColumn("dataset", "Dataset")] : []),
    textColumn("vintage", "Vintage"),
    textColumn("released", "Released"),
    { name: "value", title: "Figure", unit: "USD" },
    { name: "revision", title: "Revision", unit: "USD", missing: "" },
    { name: "revisionPercent", title: "Revision", unit: "percent", missing: "" },
  ];
}
