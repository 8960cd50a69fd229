import type { Period } from "../../records/period.ts";
import { countries } from "../../sources/embedded/embedded.ts";
import { type Lexed, Lexer, type Mark } from "../../statements/marks.ts";
import type { StatedSector } from "../../statements/statement.ts";
import { timesIn } from "../../statements/times.ts";

/** Words that name something, as they stand in the text. */
interface Said {
  readonly text: string;
}

/** What words name by themselves, without what stood before them. */
export interface SaidWords {
  readonly partners: readonly (Said & { readonly codes: readonly string[] })[];
  /** Whether they speak of all partners as well. */
  readonly world: boolean;
  /** Whether they compare: "more than". */
  readonly more: boolean;
  readonly times: readonly (Said & { readonly period: Period })[];
  readonly spans: readonly (Said & { readonly from: Period; readonly period: Period })[];
  /** The time since which something changed, where it is the only one. */
  readonly since: (Said & { readonly period: Period }) | null;
  /** Chapters of the Harmonized System: `hs:87`. */
  readonly products: readonly (Said & { readonly code: string })[];
  /** Whether goods, services or both are counted. */
  readonly sectors: readonly (Said & { readonly sector: StatedSector })[];
  readonly flows: readonly (Said & {
    readonly flow: "exports" | "imports" | "balance";
  })[];
}

/** No time of a text is relative to this one: those that are lie before all data. */
const NEVER = { year: 1000, month: 1 };
const FIRST_YEAR = 1700;

let lexer: Lexer | null = null;

const NUMBER =
  /\d[\d.,]*|\b(?:half|thirds?|quarters?|fifths?|tenths?|twice|doubled?|tripled?|times)\b/gi;

/** A sentence of several numbers says of none what it is about. */
export function isOfOne(text: string): boolean {
  const times = timesIn(text, NEVER);
  const own = [...text.matchAll(NUMBER)].filter(
    ({ index }) => !times.some(({ start, end }) => index >= start && index < end),
  );
  return own.length <= 1;
}

/** Reads what the words of a claim, or of its sentence, name. */
export function saidIn(text: string): SaidWords {
  lexer ??= new Lexer(countries());
  const lexed = lexer.lex(text);
  const times = timesIn(text, NEVER).filter(
    ({ period, from }) => (!period || isKnown(period)) && (!from || isKnown(from)),
  );
  const said = <Place extends { start: number; end: number }>({ start, end }: Place) => ({
    text: text.slice(start, end),
  });
  const beginnings = times.filter(({ kind }) => kind === "since");
  const [since] = beginnings;
  return {
    partners: partnersIn(lexed, text).map((one) => ({ codes: one.codes, ...said(one) })),
    world: lexed.marks.some(({ slot }) => slot === "world"),
    more: lexed.marks.some(({ slot }) => /^(?:more|less|passed)$/.test(slot)),
    times: times.flatMap((one) =>
      one.kind === "at" && one.role === "at" && !one.open && one.period
        ? [{ ...said(one), period: one.period }]
        : [],
    ),
    spans: times.flatMap((one) =>
      one.kind === "span" && one.from && one.period
        ? [{ ...said(one), from: one.from, period: one.period }]
        : [],
    ),
    since:
      since?.from && beginnings.length === 1 && !RECORD.test(text.slice(0, since.start))
        ? { ...said(since), period: since.from }
        : null,
    products: productsIn(lexed).map((one) => ({ code: one.value, ...said(one) })),
    sectors: lexed.marks.flatMap((one) =>
      one.slot === "sector" && one.value !== "none"
        ? [{ ...said(one), sector: one.value as StatedSector }]
        : [],
    ),
    flows: flowsIn(lexed, text),
  };
}

function isKnown({ first }: Period): boolean {
  return first >= FIRST_YEAR * 12;
}

/** "The most since 2014" tells no beginning of a change. */
const RECORD = /\b(?:most|least|high|low|\w+est|first|record|only)\b[^.;]*$/i;

/** What something is only compared with is not what it is about: "more than with China". */
const ASIDE =
  /\b(?:than|unlike|like|besides|behind|after|beyond|without|excluding|except|overtook|overtaking|passed|passing|replaced|replacing)\s(?:(?:for|with|from|to|that|those|of|in|the)\s){0,3}$/i;
/** What was spoken of before is not named: "it", "the country". */
const POINTS_BACK = /^(?:it|its|there|that|this|these|those|they)$/;

/** A continent is more than the group that it mostly stands for. */
const REGION = /^(?:Europe|European|Europe's|North\s.*|Southeast\s.*)$/i;

function partnersIn({ named, marks, words }: Lexed, text: string): Lexed["named"] {
  const [first] = words;
  const back = marks.some(({ slot, value, start, end }) =>
    slot === "back" ? value !== "one" || !/^(?:it|its|her)$/i.test(text.slice(start, end)) : false,
  );
  if (back || (first && POINTS_BACK.test(first.text))) return [];
  return named.filter(
    ({ start, end }) =>
      !REGION.test(text.slice(start, end)) &&
      !ASIDE.test(text.slice(Math.max(0, start - 60), start)),
  );
}

/** Products whose trade the words speak of: "imports of vehicles", "the deficit in machinery". */
function productsIn({ marks, words }: Lexed): Mark[] {
  if (marks.some(({ slot }) => slot === "without" || slot === "narrow")) return [];
  const between = (from: number, to: number) =>
    words.filter(({ start, end }) => start >= from && end <= to).map(({ text }) => text);
  const flows = marks.filter((mark) => mark.slot === "flow" && mark.value !== "none");
  return marks.filter(
    (mark) =>
      mark.slot === "product" &&
      flows.some((flow) =>
        flow.start >= mark.end
          ? between(mark.end, flow.start).length === 0
          : /^(?:trade )?(?:of|in)(?: (?:all|the|us))?$/.test(
              between(flow.end, mark.start).join(" "),
            ),
      ),
  );
}

const HOME = "(?:the\\s)?(?:US|U\\.S\\.|USA|United\\sStates|America)(?!\\w)";
const SOLD = new RegExp(
  `\\bexports?\\b|\\b(?:shipments|sales|shipped|sold)\\sto\\b(?!\\s${HOME})`,
  "gi",
);
const BOUGHT = new RegExp(
  `\\bimports?\\b|\\b(?:purchases|shipments|bought|shipped)\\sfrom\\b(?!\\s${HOME})`,
  "gi",
);
/** "Mexican exports", "exports to the United States": what one sells the other buys. */
const TO_HOME = new RegExp(`^\\s(?:\\w+\\s)?(?:to|from|into)\\s${HOME}`);
const OF_PARTNER = /^\s?(?:[\w-]+\s){0,3}$/;
const BALANCES = /^(?:deficit|surplus|balance)$/;
/** A gap may be one of percentages too. */
const GAP = /\b(?:gaps?|difference|hole|imbalances?)$/i;

/** The flows that words speak of; none where it cannot be told whose they are. */
function flowsIn({ named, marks }: Lexed, text: string): SaidWords["flows"] {
  const found = [
    ...[...text.matchAll(SOLD)].map((match) => ({ match, flow: "exports" as const })),
    ...[...text.matchAll(BOUGHT)].map((match) => ({ match, flow: "imports" as const })),
  ];
  const isOther = found.some(
    ({ match: { 0: words, index } }) =>
      TO_HOME.test(text.slice(index + words.length)) ||
      named.some((one) => one.possessive && OF_PARTNER.test(text.slice(one.end, index))),
  );
  if (isOther) return [];
  const balances = marks.filter(
    ({ slot, value, start, end }) =>
      slot === "flow" && BALANCES.test(value) && !GAP.test(text.slice(start, end)),
  );
  return [
    ...found.map(({ match, flow }) => ({ flow, text: match[0] })),
    ...balances.map(({ start, end }) => ({
      ...{ flow: "balance" as const, text: text.slice(start, end) },
    })),
  ];
}
