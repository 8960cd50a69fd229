import { shellWord } from "../shell-word.ts";
import { PARTNERS, TOTAL } from "./column-words.ts";
import type { TableColumn } from "./columns-of-table.ts";
import type { DeclaredReading } from "./declared-reading.ts";
import { flowWords } from "./flow-words.ts";
import { isFiscalYear } from "./periods.ts";
import { periodIn, type SuggestedColumns } from "./suggest.ts";

/** What the columns of a table suggest. */
interface Judged {
  readonly found: SuggestedColumns;
  readonly figures: readonly TableColumn[];
  readonly hasFlow: boolean;
  readonly isDated: boolean;
}

/** What a person has to add, as options. */
export type Open = readonly { readonly constant: string; readonly text: string }[];

const MONTHS_IN_ROWS =
  "how months as rows go with years as columns (turn the table, so that each row has its year and month)";

/** What nothing says of a table, with the options that say it. */
export function openIn(
  { found, figures, hasFlow, isDated }: Judged,
  { columns, constants, words }: DeclaredReading,
): Open {
  const { flow, period } = found;
  const isSaid = (name: string) => columns[name] !== undefined || constants[name] !== undefined;
  const isNumbered = flow !== null && !flow.isFlows && Object.keys(words).length === 0;
  const names = figures.map(({ name }) => periodIn(name) ?? name);
  const isFiscal = (period?.texts.some(isFiscalYear) ?? false) || names.some(isFiscalYear);
  const inPartners = Object.values(columns).some((name) => name.includes("{partner}"));
  const lacking = (constant: string, isTold: boolean, text: string) =>
    isTold ? [] : [{ constant, text }];
  return [
    ...lacking("flow", hasFlow || isSaid("flow"), "the flow (--constant flow=import)"),
    ...lacking(
      "word",
      !isNumbered,
      `what ${[...new Set(flow?.texts)].join(" and ")} mean (--word 1=export --word 2=import)`,
    ),
    ...lacking(
      "partner",
      isSaid("partner") || inPartners,
      found.sides ? sidesText(found) : "the partner (--constant partner=WORLD)",
    ),
    ...lacking("word", isPlaced(found.partner), unplacedText(found.partner)),
    ...lacking(
      "codes",
      ![found.partner, found.reporter].some((one) => one?.isNumeric),
      "whose numbers of countries these are (--constant codes=comtrade, m49 or census, or --word 304=US for each)",
    ),
    ...lacking("month", !found.isOfMonths, MONTHS_IN_ROWS),
    ...lacking("period", isSaid("period") || isDated, "the period (--constant period=2024)"),
    ...lacking("reporter", isSaid("reporter"), reporterText(found.partner)),
    ...lacking("unit", isSaid("unit"), "the unit (--constant 'unit=USD million')"),
    ...lacking("fiscalYear", !isFiscal, fiscalText([...(period?.texts ?? []), ...names])),
    ...lacking("dates", isTold(period), "which number is the month (--constant dates=day-first)"),
  ];
}

/** Where a row names both ends of a flow, the partner is at another one in exports than in imports. */
function sidesText({ flow, sides }: SuggestedColumns): string {
  const [from, to] = sides!;
  const textOf = (meaning: string) =>
    flow!.texts.find((text) => flowWords[text.toUpperCase()] === meaning) ?? meaning;
  const side = (meaning: string, end: TableColumn) =>
    `--where ${shellWord(`${flow!.called}=${textOf(meaning)}`)} --column ${shellWord(`partner=${end.called}`)}`;
  return `the partner, who is at the other end of exports than of imports (read them apart: ${side("export", to)}, then ${side("import", from)})`;
}

/** `FY2024` may be called by its first calendar year or by its last. */
function fiscalText(texts: readonly string[]): string {
  const text = texts.find((one) => /^FY ?\d{2,4}$/i.test(one));
  if (text === undefined) return "when years start (--constant fiscalYear=april)";
  return `which months ${text} holds (--constant fiscalYear=october-last, called by its last year, or april-first)`;
}

/** Whether the dates of a column tell which number is the month. */
function isTold(period: TableColumn | null): boolean {
  return (
    !period || period.dates !== null || !period.texts.some((text) => /^\d+\/\d+\/\d{4}/.test(text))
  );
}

/** Countries may be those with which one trades, or each of them the one that trades. */
function reporterText(partner: TableColumn | null): string {
  const option = "--constant reporter=US";
  if (!partner || PARTNERS.test(partner.words)) return `the reporting economy (${option})`;
  const swapped = shellWord(`reporter=${partner.called}`);
  return `the reporting economy (${option}; or, where each row is the whole trade of a country, --column ${swapped} --constant partner=WORLD in place of --column partner)`;
}

function isPlaced(partner: TableColumn | null): boolean {
  return !partner || partner.isPartners || partner.isNumeric;
}

function unplacedText(partner: TableColumn | null): string {
  const texts = [...new Set(partner?.texts)].filter((text) => !TOTAL.test(text));
  const more = texts.length > 3 ? " and others" : "";
  return `which countries ${texts.slice(0, 3).join(", ")}${more} are (--word ${shellWord(`${texts[0]}=US`)} for each)`;
}
