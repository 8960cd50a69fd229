import type { Interval } from "../numbers/interval.ts";
import {
  allProducts,
  isWithin,
  type ProductSelection,
  productSystem,
} from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { ALL_PRODUCTS, type Flow, WORLD } from "../records/record.ts";
import { isWhole, type TradeDataset } from "../sources/dataset.ts";
import type { MeasuredFigure } from "./flow-figure.ts";

/** A flow beside one that is held back. */
export interface Beside {
  readonly flow: Flow;
  readonly product: ProductSelection;
  readonly period: Period;
}

interface HeldBack extends Beside {
  readonly reporter: string | null;
  readonly partner: string;
}

type Take = (product: ProductSelection) => MeasuredFigure;
type Other = (
  parties: { reporter: string | null; partner: string },
  beside: Beside,
) => MeasuredFigure;

/**
 * What a figure that its publisher holds back can be: from 0 to what the published total leaves when
 * every other product, or every other partner, that is published is taken away. null without a total.
 */
export function boundsOf(
  dataset: TradeDataset,
  { at, take }: { at: HeldBack; take: Take },
  other: Other,
): Interval | null {
  const { product } = at;
  if (product.excluded.length > 0) {
    const whole = take({ ...product, excluded: [] }).value;
    const out = boundsOf(
      dataset,
      { at: { ...at, product: { ...product, codes: product.excluded, excluded: [] } }, take },
      other,
    );
    return whole === null || !out ? null : { low: whole - out.high, high: whole - out.low };
  }
  const ends = [leftByProducts(dataset, at, take), leftByPartners(dataset, at, other)];
  const known = ends.filter((end) => end !== null && end >= 0) as number[];
  return known.length === 0 ? null : { low: 0, high: Math.min(...known) };
}

/** The total of all products less the other products of the same level. */
function leftByProducts(dataset: TradeDataset, at: HeldBack, take: Take): number | null {
  const { codes } = at.product;
  const [first] = codes;
  if (first === undefined) return null;
  const total = take(allProducts);
  if (total.value === null) return null;
  const others = new Set<string>();
  for (const { key } of dataset.seriesOf(at.partner)) {
    const { product } = key;
    if (product === ALL_PRODUCTS || productSystem(product) !== productSystem(first)) continue;
    if (product.length !== first.length || key.flow !== at.flow) continue;
    if (!codes.some((code) => isWithin(product, code))) others.add(product);
  }
  let left = total.value;
  for (const code of others) {
    left -= take({ id: code, title: code, codes: [code], excluded: [] }).value ?? 0;
  }
  return left;
}

/** The published world less the other partners. */
function leftByPartners(dataset: TradeDataset, at: HeldBack, other: Other): number | null {
  if (at.partner === WORLD) return null;
  const known = dataset.partners.some(({ code }) => code === WORLD);
  if (!known) return null;
  const world = other({ reporter: at.reporter, partner: WORLD }, at);
  if (world.value === null) return null;
  let left = world.value;
  for (const partner of dataset.partners) {
    if (partner.code === at.partner || isWhole(partner)) continue;
    left -= other({ reporter: at.reporter, partner: partner.code }, at).value ?? 0;
  }
  return left;
}
