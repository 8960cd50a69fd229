import { keptIn } from "../kept-in.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import { moneyText } from "../numbers/money-text.ts";
import { isAbove } from "../numbers/rounded-sums.ts";
import { isPartOf, levelOf } from "../products/classification.ts";
import { productSystem } from "../products/product.ts";
import { ALL_PRODUCTS, DOLLARS, type SeriesKey, WORLD } from "../records/record.ts";
import { seriesId } from "../records/series-id.ts";
import { isWhole, type StoredSeries, type TradeDataset } from "../sources/dataset.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { currencyOf, type UsedFigure } from "./flow-figure.ts";
import { placeId } from "./same-figure.ts";
import type { WarningList } from "./warnings.ts";

type Requests = Readonly<Record<string, FigureRequest>>;
type Inputs = ReadonlyMap<string, CubeFigure>;

/**
 * Says where a figure that was published and taken is less than its parts, which stand in the data as
 * well: products of the next levels, partners beside their world, members of a list beside its whole.
 * @param hasMembers whether rows are members, so that they show parts and whole themselves.
 */
export function notePartsAboveWhole(
  requests: Requests,
  inputs: Inputs,
  hasMembers: boolean,
  warnings: WarningList,
): void {
  noteLists(requests, inputs, warnings);
  if (hasMembers) return;
  for (const { list, figures } of inputs.values()) {
    if (list) continue;
    for (const used of figures) noteParts(used, warnings);
  }
}

function noteParts({ dataset, partner, flow, period, figure }: UsedFigure, warnings: WarningList) {
  // Of a sum of products only the sum may be known, and not each of them.
  if (figure.summedFromParts !== null) return;
  for (const { series, labels } of figure.records) {
    if (series.sumOf) continue;
    const { product, currency = DOLLARS } = series.key;
    for (const [what, parts] of partsBeside(dataset, series)) {
      for (const label of labels) {
        const whole = series.values.get(label);
        const sum = parts.reduce((all, { values }) => all + (values.get(label) ?? 0), 0);
        if (whole === undefined || !isAbove(sum, whole)) continue;
        const name = product === ALL_PRODUCTS ? "" : ` of ${product}`;
        tell(
          warnings,
          `${flow}s of ${partner}${name} are ${moneyText(whole, currency)} as published, which was taken; ${what} add up to ${moneyText(sum, currency)}`,
          period.label,
        );
      }
    }
  }
}

/** How many figures are told one by one. */
const TOLD = 6;
const toldIn = new WeakMap<WarningList, Set<string>>();

/** Tells one of many; where there are more, that is said once. */
function tell(warnings: WarningList, message: string, place: string): void {
  const told = keptIn(toldIn, warnings, () => new Set());
  if (told.has(message) || told.size < TOLD) {
    told.add(message);
    warnings.add("part-above-whole", message, place);
    return;
  }
  const more = "more figures are less than their parts (data check names them)";
  warnings.add("part-above-whole", more);
}

const known = new WeakMap<StoredSeries, ReadonlyMap<string, readonly StoredSeries[]>>();

/** The parts of a series that stand beside it, by what they are called, each group without overlap. */
function partsBeside(
  dataset: TradeDataset,
  whole: StoredSeries,
): ReadonlyMap<string, readonly StoredSeries[]> {
  return keptIn(
    known,
    whole,
    () => new Map([...products(dataset, whole), ...partners(dataset, whole)]),
  );
}

function products(dataset: TradeDataset, { key }: StoredSeries) {
  const groups = new Map<string, StoredSeries[]>();
  const kind = kindId(key, { product: "", edition: undefined });
  for (const series of dataset.seriesOf(key.partner)) {
    const { edition } = series.key;
    // A sum of records is of products of one level, for which one of them speaks.
    const product = series.sumOf?.first ?? series.key.product;
    const system = productSystem(product);
    if (system === null || product === key.product) continue;
    if (key.edition !== undefined && edition !== key.edition) continue;
    if (!isPartOf(product, key.product)) continue;
    if (kindId(series.key, { product: "", edition: undefined }) !== kind) continue;
    const level = levelOf(product);
    if (!level) continue;
    const { depth, name } = level;
    const what = `its parts of ${system} (${name}${edition === undefined ? "" : `, ${edition}`})`;
    const id = `${what}${" ".repeat(depth)}`;
    groups.set(id, [...(groups.get(id) ?? []), series]);
  }
  const inOrder = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([id, parts]) => [id.trimEnd(), parts] as const);
}

function partners(dataset: TradeDataset, { key }: StoredSeries) {
  if (key.partner !== WORLD) return [];
  const kind = kindId(key, { partner: "" });
  const parts = dataset.partners
    .filter((partner) => !isWhole(partner))
    .flatMap(({ code }) =>
      dataset.seriesOf(code).filter((one) => kindId(one.key, { partner: "" }) === kind),
    );
  return parts.length === 0 ? [] : [["the partners beside it", parts] as const];
}

function kindId(key: SeriesKey, without: Partial<SeriesKey> | { edition: undefined }): string {
  return seriesId({ ...key, ...without } as SeriesKey);
}

/** A list of all members of a place, which add up to more than the place itself. */
function noteLists(requests: Requests, inputs: Inputs, warnings: WarningList): void {
  for (const [name, { list, reason }] of inputs) {
    const request = requests[name];
    if (!list || !request || reason !== null || request.of === "balance") continue;
    for (const [other, { value, list: otherList }] of inputs) {
      const whole = requests[other];
      if (otherList || value === null || !whole || whole.of !== request.of) continue;
      if (placeId(whole) !== placeId(request)) continue;
      const sum = list.reduce((all, one) => all + (one.value ?? 0), 0);
      if (whole.at.period.label !== request.at.period.label || !isAbove(sum, value)) continue;
      const currency = currencyOf(inputs.values());
      warnings.add(
        "part-above-whole",
        `the members add up to ${moneyText(sum, currency)}, more than their whole of ${moneyText(value, currency)}, which was published so`,
        request.at.period.label,
      );
    }
  }
}
