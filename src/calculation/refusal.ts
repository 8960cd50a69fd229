import { InputError } from "../errors.ts";
import type { Question } from "../question/question.ts";
import { WORLD } from "../records/record.ts";
import type { Preferences } from "../selection/figure.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { has, type Need } from "./needs.ts";

/** The options by which a question names a kind of figure. */
const options = {
  reporter: "--reporter",
  sector: "--sector",
  basis: "--basis",
  exports: "--exports",
  imports: "--imports",
  valuation: "--valuation",
} as const;

/**
 * The error for a question that no dataset can answer: what is asked, what each has when one wish is
 * left out, and the option that would serve.
 */
export function refusal(
  question: Question,
  needs: readonly Need[],
  datasets: readonly TradeDataset[],
  wishes: Preferences,
): InputError {
  const told: string[] = [];
  const hints: string[] = [];
  for (const dataset of datasets) {
    const { id } = dataset.description;
    const anyTime = needs.map((need) => ({ ...need, period: null }));
    if (anyTime.every((need) => has(dataset, need, wishes))) {
      const isBop = dataset.description.basis === "bop" && wishes.basis === null;
      const note = isBop ? " on balance-of-payments basis" : "";
      told.push(`${id} has ${spanOf(dataset, anyTime, wishes)}${note}`);
      if (isBop && needs.some((need) => has(dataset, need, wishes))) hints.push("--basis bop");
      continue;
    }
    const names = Object.keys(options) as (keyof typeof options)[];
    const without = (one: keyof typeof options) => ({ ...wishes, [one]: null });
    const name = names.find(
      (one) => wishes[one] !== null && needs.every((need) => has(dataset, need, without(one))),
    );
    if (name) {
      const values = valuesOf(dataset, needs, name);
      told.push(
        `${id} has ${values.join(" and ") || "one that is not stated"}, not ${wishes[name]}`,
      );
      if (name !== "reporter") hints.push(...values.map((value) => `${options[name]} ${value}`));
      continue;
    }
    const anyProduct = anyTime.filter(({ product }) => product.codes.length > 0);
    const codes = anyProduct.length > 0 ? codesNear(dataset, anyProduct[0]!) : [];
    if (codes.length > 0) {
      told.push(`${id} has ${codes.join(", ")}, not ${anyProduct[0]!.product.id}`);
      hints.push(`${codes[0]} in its place`);
      continue;
    }
    const isNamed = needs.some(({ partner }) => dataset.seriesOf(partner).length > 0);
    if (!isNamed && dataset.partners.length <= 8) {
      told.push(`${id} has ${dataset.partners.map(({ code }) => code).join(", ")}`);
    }
  }
  const isForeign = (dataset: TradeDataset) =>
    dataset.partners.some(({ code }) => code === wishes.reporter);
  if (wishes.reporter !== null && datasets.some(isForeign)) {
    hints.push(`--partner ${wishes.reporter} (US trade with it)`);
  }
  const what = told.length > 0 ? told : datasets.map(({ description }) => coverage(description));
  const use = hints.length > 0 ? `Use ${[...new Set(hints)].join(", or ")}, or name` : "Name";
  const newer = isLater(needs, datasets)
    ? " Newer data may be had with trade-metrics data update."
    : "";
  return new InputError(
    `${question.metric.id}: no dataset has ${askedText(question, needs, wishes)}: ${[...new Set(what)].join("; ")}`,
    `${use} a file that has it with --data.${newer}`,
  );
}

/** Whether what is asked for is later than all that there is. */
function isLater(needs: readonly Need[], datasets: readonly TradeDataset[]): boolean {
  const last = datasets.map(({ description }) => description.coverage.last.slice(0, 7)).sort();
  const asked = needs.flatMap(({ period }) => (period ? [period.label.slice(0, 7)] : [])).sort();
  const [end, first] = [last.at(-1), asked[0]];
  return end !== undefined && first !== undefined && first > end;
}

function askedText(question: Question, needs: readonly Need[], wishes: Preferences): string {
  const list = (items: readonly string[]) => {
    const all = [...new Set(items)];
    return all.length > 5 ? `${all.slice(0, 5).join(", ")}…` : all.join(", ");
  };
  const { directory } = question;
  const partners = list(needs.map(({ partner }) => directory.nameOf(partner)));
  const products = list(
    needs.flatMap(({ product }) => (product.codes.length > 0 ? [product.id] : [])),
  );
  const periods = list(needs.flatMap(({ period }) => (period ? [period.label] : [])));
  const kinds = (Object.keys(options) as (keyof typeof options)[])
    .filter((name) => wishes[name] !== null)
    .map((name) => `${options[name]} ${wishes[name]}`);
  return [partners, products, ...kinds, periods && `in ${periods}`].filter(Boolean).join(" ");
}

/** The first and last period of the series that are of the kind asked for. */
function spanOf(dataset: TradeDataset, needs: readonly Need[], wishes: Preferences): string {
  const labels = needs
    .flatMap(({ partner, flow }) =>
      dataset.seriesOf(partner).filter((one) => one.key.flow === flow && fits(one, wishes)),
    )
    .flatMap(({ values }) => [...values.keys()])
    .sort();
  const [first, last] = [labels[0], labels.at(-1)];
  return first ? `${first} to ${last}` : coverage(dataset.description);
}

function fits({ key }: StoredSeries, { sector, basis }: Preferences): boolean {
  return (sector === null || key.sector === sector) && (basis === null || key.basis === basis);
}

function coverage({ id, coverage: { first, last } }: TradeDataset["description"]): string {
  return `${id} has ${first} to ${last}`;
}

function valuesOf(
  dataset: TradeDataset,
  needs: readonly Need[],
  name: keyof typeof options,
): string[] {
  const found = new Set<string>();
  for (const { partner, flow } of needs) {
    for (const { key } of dataset.seriesOf(partner === WORLD ? WORLD : partner)) {
      if (name === "exports" || name === "imports") {
        if (key.flow === flow && `${flow}s` === name) found.add(key.flowBasis ?? "not stated");
      } else found.add(key[name] ?? "not stated");
    }
  }
  return [...found].filter((value) => value !== "not stated").sort();
}

/** Broader codes of the same system that a dataset has, for one that it has not. */
function codesNear(dataset: TradeDataset, { product, partner }: Need): string[] {
  const held = new Set(dataset.seriesOf(partner).map(({ key }) => key.product));
  const near = product.codes.flatMap((code) => {
    for (let length = code.length - 1; length > code.indexOf(":") + 1; length -= 1) {
      const wider = code.slice(0, length);
      if (held.has(wider)) return [wider];
    }
    return [];
  });
  return [...new Set(near)];
}
