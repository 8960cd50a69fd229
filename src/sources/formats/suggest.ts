import type { TableColumn } from "./columns-of-table.ts";
import { asPeriod } from "./declared-layout.ts";
import { unitIn } from "./units.ts";

/** The columns that a table suggests for each attribute, by what they are called and hold. */
export interface SuggestedColumns {
  readonly period: TableColumn | null;
  readonly month: TableColumn | null;
  readonly reporter: TableColumn | null;
  readonly partner: TableColumn | null;
  readonly flow: TableColumn | null;
  readonly product: TableColumn | null;
  readonly unit: TableColumn | null;
  /** Columns of values: of one flow, or of the flow that another column tells. */
  readonly values: readonly { attribute: Value; name: string; columns: readonly TableColumn[] }[];
  /** Whether one column is the exporter's and one the importer's: each row is an export. */
  readonly isOfPairs: boolean;
}

type Value = "value" | "exports" | "imports";

const PERIOD_NAMES =
  /^(period|time ?period|time|date|obs(ervation)? date|ref (date|year|period)|year ?month|month(id| id)?|quarter|fecha|periodo|período|période|zeit|datum|t)$/;
const YEAR_NAMES = /^(year|ref year|ano|año|anio|jahr|annee|année|yr|yıl|calendar year)$/;
const MONTH_NAMES = /^(month|mes|mês|monat|mois|mo|ay|ref month)$/;
const REPORTERS = /report|declar|exporter|from country|home/;
const PARTNERS = /partner|counterpart|destination|origin|importer|to country|market|supplier/;
const COUNTRIES =
  /countr|ctry|cty|pais|país|pays|land|economy|nation|location|area|geo|ülke|region/;
const FLOWS =
  /flow|trade type|direction|movement|regime|exp or imp|flujo|fluxo|type of trade|indicator|^trade$/;
const PRODUCTS =
  /^(product|commodity|commodities|hs\d*|hs ?\d*|hs code|cmd ?code|sitc|naics|ncm|cn ?8?|cn8 ?code|hts|hts ?number|sh ?\d|code|product code|commodity code|tariff( code)?|kn ?8?|hs\d? ?product ?code)$/;
const VALUES =
  /value|amount|obs|usd|us\$|dollar|fob|cif|wert|valor|valeur|trade v|eur|million|billion|thousand|mn|bn/;
const NO_VALUES =
  /quant|qty|weight|wgt|\bkg\b|netmass|share|percent|%|growth|rank|balance|saldo|deficit|surplus|index|flag|code|tonn|duty|duties|\bid\b|\biso\b|level|decimals|unit$|supp|change|status|count$|\bhs\b|year$|month$/;

/** The columns of a table for each attribute. */
export function suggestedColumns(columns: readonly TableColumn[]): SuggestedColumns {
  const left = new Set(columns.filter(({ name }) => name !== ""));
  const take = (...fits: ((column: TableColumn) => boolean)[]) => {
    for (const fit of fits) {
      const found = [...left].filter(fit);
      // Names and letters tell more than numbers, of which each publisher has its own.
      const column = found.find(({ isNumeric }) => !isNumeric) ?? found[0];
      if (!column) continue;
      left.delete(column);
      return column;
    }
    return null;
  };
  const wide = columns.filter(({ name }) => asPeriod(name) !== null);
  const templates = templatesOf(columns);
  const isWide = wide.length > 1 || templates.length > 0;
  const period = take(
    (one) => PERIOD_NAMES.test(one.words) && one.isPeriods,
    (one) => YEAR_NAMES.test(one.words) && one.isPeriods,
    (one) => !isWide && one.isPeriods && !VALUES.test(one.words),
  );
  const month =
    period && YEAR_NAMES.test(period.words)
      ? take((one) => MONTH_NAMES.test(one.words) && one.isMonths)
      : null;
  const isCountry = (one: TableColumn) => one.isPartners || one.isPartnerNumbers;
  const reporter = take((one) => REPORTERS.test(one.words) && isCountry(one));
  const named = take((one) => PARTNERS.test(one.words) && isCountry(one));
  const partner =
    named ??
    take(
      (one) => COUNTRIES.test(one.words) && isCountry(one),
      (one) => one.isPartners && !one.isNumeric,
    );
  const other =
    reporter ?? (named ? take((one) => COUNTRIES.test(one.words) && isCountry(one)) : null);
  const flow = take(
    (one) => one.isFlows && FLOWS.test(one.words),
    (one) => one.isFlows && one.texts.some((text) => text.length > 2),
    (one) => one.flowMeanings !== null && !one.isNumeric,
    (one) => FLOWS.test(one.words) && one.hasMore(0.9, (text) => /^[12](\.0)?$/.test(text)),
  );
  const product = take(
    (one) =>
      PRODUCTS.test(one.words) &&
      one.hasMore(0.7, (text) => /^(hs ?|hs:|'|"')?\d[\d.]*( |$)|^'?total$|^all /i.test(text)),
  );
  const unit = take((one) => /^(unit|uom|currency)/.test(one.words) && one.hasMore(0.7, isUnit));
  return {
    ...{ period, month, partner, flow, product, unit },
    reporter: other,
    values: valuesOf([...left], templates, wide, flow !== null, period !== null),
    isOfPairs:
      /exporter/.test(reporter?.words ?? "") && /importer/.test(partner?.words ?? "") && !flow,
  };
}

function isUnit(text: string): boolean {
  return unitIn(text) !== null;
}

/** How likely it is that a column holds values; 0 where it holds none. */
function likelihood(column: TableColumn): number {
  const { words, label, isNumeric, isCodes } = column;
  if (!isNumeric || isCodes || (NO_VALUES.test(words) && !/value|export|import/.test(words)))
    return 0;
  return (
    1 +
    4 * Number(column.unit !== null) +
    3 * Number(VALUES.test(label)) +
    2 * Number(column.flow !== null)
  );
}

function valuesOf(
  left: readonly TableColumn[],
  templates: readonly Template[],
  wide: readonly TableColumn[],
  hasFlow: boolean,
  hasPeriod: boolean,
): SuggestedColumns["values"] {
  const found = templates.flatMap(({ name, columns }) => {
    const kept = columns.filter((column) => likelihood(column) > 0);
    if (kept.length < 2) return [];
    const { flow } = kept[0]!;
    return [{ attribute: hasFlow ? ("value" as const) : (flow ?? "value"), name, columns: kept }];
  });
  const dated = found.filter(({ name }) => name !== "{period}");
  // Beside trade with one partner, a publisher shows that with the world.
  const ofPartner = dated.filter(({ name }) => !/\b(to|from) (the )?world\b/i.test(name));
  const inPeriods = ofPartner.length > 0 ? ofPartner : dated;
  if (inPeriods.length > 0 && !hasPeriod) {
    const flows = inPeriods.filter(({ attribute }) => attribute !== "value");
    return firstOfEach(flows.length > 0 ? flows : inPeriods);
  }
  if (wide.length > 1 && !hasPeriod) return [];
  const ranked = left
    .map((column) => ({ column, rank: likelihood(column) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  if (!hasFlow) {
    const flows = ranked.flatMap(({ column }) =>
      column.flow ? [{ attribute: column.flow, name: column.name, columns: [column] }] : [],
    );
    if (flows.length > 0) return firstOfEach(flows);
  }
  const [best] = ranked;
  return best ? [{ attribute: "value", name: best.column.name, columns: [best.column] }] : [];
}

function firstOfEach(values: SuggestedColumns["values"]): SuggestedColumns["values"] {
  return (["exports", "imports", "value"] as const).flatMap(
    (attribute) => values.find((one) => one.attribute === attribute) ?? [],
  );
}

interface Template {
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

const PERIOD_IN_NAME =
  /(?:19|20)\d{2}(?:[-/. ]?(?:M?\d{2}|Q[1-4]))?(?!\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- .']*(?:19|20)?\d{2}(?!\d)/i;

/** Names that differ only in a period: `Exports {period}`. */
function templatesOf(columns: readonly TableColumn[]): Template[] {
  const found = new Map<string, TableColumn[]>();
  for (const column of columns) {
    const period = PERIOD_IN_NAME.exec(column.name)?.[0];
    if (period === undefined || asPeriod(period.trim()) === null) continue;
    const name = column.name.replace(period, "{period}");
    if (/%|growth|share|change|quantity/i.test(name)) continue;
    const own = found.get(name);
    if (own) own.push(column);
    else found.set(name, [column]);
  }
  return [...found].flatMap(([name, own]) => (own.length > 1 ? [{ name, columns: own }] : []));
}
