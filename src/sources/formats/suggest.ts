import {
  BALANCE,
  COUNTRIES,
  DESTINATIONS,
  FLOWS,
  MONTH_NAMES,
  NO_VALUES,
  ORIGINS,
  OTHER_PRODUCTS,
  PARTNERS,
  PERIOD_NAMES,
  PRODUCTS,
  QUANTITY,
  REPORTERS,
  UNITS,
  VALUES,
  YEAR_NAMES,
} from "./column-words.ts";
import type { TableColumn } from "./columns-of-table.ts";
import { asPeriod } from "./period-names.ts";
import { isFiscalYear, monthNumber } from "./periods.ts";
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
  /** The columns of the two ends of a flow, where another tells whose exports or imports a row is. */
  readonly sides: readonly [from: TableColumn, to: TableColumn] | null;
  /** Whether one column is the exporter's and one the importer's: each row is an export. */
  readonly isOfPairs: boolean;
  /** Whether its rows are months and its columns years. */
  readonly isOfMonths: boolean;
  /** Columns of values that are as likely as the one that is taken. */
  readonly rivals: readonly TableColumn[];
}

type Value = "value" | "exports" | "imports";

/** The columns of a table for each attribute. */
export function suggestedColumns(columns: readonly TableColumn[]): SuggestedColumns {
  const left = new Set(columns.filter(({ called }) => called !== ""));
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
  const wide = columns.filter(({ isPeriodName }) => isPeriodName);
  const templates = templatesOf(columns);
  const isWide = wide.length > 1 || templates.some((one) => one.columns.length > 1);
  const period = take(
    (one) => PERIOD_NAMES.test(one.words) && (one.isPeriods || one.isSerialDates),
    (one) => YEAR_NAMES.test(one.words) && one.isPeriods,
    (one) => !isWide && one.isPeriods && !VALUES.test(one.words),
  );
  const month =
    period && YEAR_NAMES.test(period.words)
      ? take((one) => MONTH_NAMES.test(one.words) && one.isMonths)
      : null;
  const flow = take(
    (one) => one.isFlows && FLOWS.test(one.words),
    (one) => one.isFlows && one.texts.some((text) => text.length > 2),
    (one) => one.flowMeanings !== null && !one.isNumeric,
    (one) => FLOWS.test(one.words) && one.hasMore(0.9, (text) => /^[12](\.0)?$/.test(text)),
  );
  const isCountry = (one: TableColumn) => one.isPartners || one.isPartnerNumbers;
  const ends = endsOf([...left].filter(isCountry));
  for (const end of ends ?? []) left.delete(end);
  // Who reports a row is at one end in its exports, and at the other in its imports.
  const sides = flow ? ends : null;
  const [from, to] = sides ? [] : (ends ?? []);
  const reporter = from ?? take((one) => REPORTERS.test(one.words) && isCountry(one));
  const named = to ?? take((one) => !sides && PARTNERS.test(one.words) && isCountry(one));
  const unit = take((one) => UNITS.test(one.words) && one.hasMore(0.2, isUnit));
  const isNames = (one: TableColumn) => !one.isNumeric && !one.isPeriods && !one.isFlows;
  const isOfCountries = (one: TableColumn) =>
    one.isPartners && isNames(one) && !UNITS.test(one.words);
  const partner = sides
    ? null
    : (named ??
      take(
        (one) => COUNTRIES.test(one.words) && isCountry(one),
        isOfCountries,
        (one) => COUNTRIES.test(one.words) && isNames(one),
        (one) => PARTNERS.test(one.words) && isNames(one),
        (one) => one.name === "" && isNames(one) && one.hasSomePartners,
        (one) => (PARTNERS.test(one.words) || COUNTRIES.test(one.words)) && one.isOfShortNumbers,
      ));
  const other =
    reporter ?? (named ? take((one) => COUNTRIES.test(one.words) && isCountry(one)) : null);
  const isProducts = (one: TableColumn) =>
    PRODUCTS.test(one.words) &&
    !OTHER_PRODUCTS.test(one.words) &&
    one.hasMore(0.7, (text) => /^(hs ?|hs:|'|"')?\d[\d.]*(['" ]|$)|^'?total$|^all /i.test(text));
  const product = take(
    (one) => isProducts(one) && /hs|hts|sitc|naics|ncm|\bcn ?8/.test(one.words),
    isProducts,
  );
  const ofPartners = partner || !period ? [] : partnersInNames([...left]);
  const values =
    ofPartners.length > 0
      ? ofPartners
      : valuesOf([...left], templates, wide, flow !== null, period !== null);
  return {
    ...{ period, month, flow, product, unit, sides },
    ...(other || !partner
      ? { reporter: other, partner }
      : apart(partner, [...left].filter(isOfCountries))),
    values,
    rivals: rivalsOf(values, [...left]),
    isOfPairs: ends !== null && !sides,
    isOfMonths:
      !period && isWide && [...left].some((one) => MONTH_NAMES.test(one.words) && one.isMonths),
  };
}

/** Of two columns of countries without a name that tells, one that is always the same country reports. */
function apart(
  partner: TableColumn,
  others: readonly TableColumn[],
): Pick<SuggestedColumns, "reporter" | "partner"> {
  const [own, ...more] = partner.partners;
  const isNamed = COUNTRIES.test(partner.words) || PARTNERS.test(partner.words);
  const to = isNamed || more.length > 0 ? undefined : others.find((one) => !one.partners.has(own!));
  return to ? { reporter: partner, partner: to } : { reporter: null, partner };
}

/** The columns of the country from which and of that to which a flow goes, named alike. */
function endsOf(countries: readonly TableColumn[]): [TableColumn, TableColumn] | null {
  const ordered = [...countries].sort((a, b) => rankOfEnd(b) - rankOfEnd(a));
  for (const from of ordered.filter(({ words }) => ORIGINS.test(words))) {
    const stem = (words: string, end: RegExp) => words.replace(end, "").trim();
    const to = ordered.find(
      (one) =>
        DESTINATIONS.test(one.words) && stem(one.words, DESTINATIONS) === stem(from.words, ORIGINS),
    );
    if (to) return [from, to];
  }
  return null;
}

/** Letters by ISO 3166 tell more than names, and both more than numbers. */
function rankOfEnd({ words, isNumeric }: TableColumn): number {
  return isNumeric ? 0 : 1 + Number(/iso/.test(words));
}

function isUnit(text: string): boolean {
  return unitIn(text) !== null;
}

/** How likely it is that a column holds values; 0 where it holds none. */
function likelihood(column: TableColumn): number {
  const { words, label, isNumeric, isCodes } = column;
  if (!isNumeric || isCodes || QUANTITY.test(words)) return 0;
  if ((NO_VALUES.test(words) || BALANCE.test(words)) && !/value|export|import/.test(words))
    return 0;
  if (BALANCE.test(words) && column.flow === null) return 0;
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
    const flow = kept[0]?.flow ?? null;
    if (kept.length < (flow === null ? 2 : 1)) return [];
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
  // Beside a year, columns of months hold the values.
  if (monthColumns(left).length > 1 && hasPeriod) return [];
  const ranked = left
    .map((column) => ({ column, rank: likelihood(column) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  if (!hasFlow) {
    const called = (word: string) => ranked.find(({ column }) => column.words === word)?.column;
    const [x, m] = [called("x"), called("m")];
    // Economists write X and M for exports and imports.
    if (x && m) {
      return [
        { attribute: "exports", name: x.called, columns: [x] },
        { attribute: "imports", name: m.called, columns: [m] },
      ];
    }
    const flows = ranked.flatMap(({ column }) =>
      column.flow ? [{ attribute: column.flow, name: column.called, columns: [column] }] : [],
    );
    if (flows.length > 0) return firstOfEach(flows);
  }
  const [best] = ranked;
  return best ? [{ attribute: "value", name: best.column.called, columns: [best.column] }] : [];
}

/** Values that only the order of the columns tells from the one that is taken for them. */
function rivalsOf(
  values: SuggestedColumns["values"],
  left: readonly TableColumn[],
): readonly TableColumn[] {
  const [taken] = values[0]?.columns ?? [];
  if (values.length !== 1 || values[0]!.columns.length !== 1 || values[0]!.attribute !== "value") {
    return [];
  }
  return left.filter((one) => one !== taken && likelihood(one) === likelihood(taken!));
}

/** Columns whose names are months, none of them a word of more. */
export function monthColumns(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(
    ({ name, isNumeric }) => isNumeric && /^\D{3,9}$/.test(name) && monthNumber(name) !== null,
  );
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
  /(?:FY ?)?(?:19|20)\d{2}[-/–](?:19|20)?\d{2}(?!\d)|(?:FY ?)?(?:19|20)\d{2}(?:[-/. ]?(?:M?\d{2}|Q[1-4]))?(?!\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- .']*(?:19|20)?\d{2}(?!\d)/i;

/** The period within the name of a column; null where it has none. */
export function periodIn(name: string): string | null {
  const period = PERIOD_IN_NAME.exec(name)?.[0];
  if (period === undefined) return null;
  return asPeriod(period.trim()) !== null || isFiscalYear(period.trim()) ? period : null;
}

/** Names that differ only in a period: `Exports {period}`. */
function templatesOf(columns: readonly TableColumn[]): Template[] {
  const found = new Map<string, TableColumn[]>();
  for (const column of columns) {
    const period = periodIn(column.name);
    if (period === null) continue;
    const name = column.name.replace(period, "{period}");
    if (/%|growth|share|change|quantity/i.test(name)) continue;
    const own = found.get(name);
    if (own) own.push(column);
    else found.set(name, [column]);
  }
  return [...found].map(([name, own]) => ({ name, columns: own }));
}

/** Columns of which each is for a partner that its name tells: `{partner}`, `Exports to {partner}`. */
function partnersInNames(left: readonly TableColumn[]): SuggestedColumns["values"] {
  const found = new Map<string, TableColumn[]>();
  for (const column of left) {
    const name = likelihood(column) > 0 ? column.partnerTemplate : null;
    if (name !== null) found.set(name, [...(found.get(name) ?? []), column]);
  }
  const all = [...found].flatMap(([name, columns]) =>
    columns.length > 1 || columns[0]!.flow !== null
      ? [{ attribute: columns[0]!.flow ?? ("value" as const), name, columns }]
      : [],
  );
  const flows = all.filter(({ attribute }) => attribute !== "value");
  return firstOfEach(flows.length > 0 ? flows : all);
}
