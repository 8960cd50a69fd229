import { distance, type Here, isInClause, type Marked, numberBetween } from "./context.ts";
import { type Discourse, fromHeadings } from "./discourse.ts";
import type { Mark } from "./marks.ts";
import { distinct } from "./options.ts";
import type { Part, StatedFlow, Statement } from "./statement.ts";

/** A flow from the side of the reporter. */
export interface Told {
  readonly flow: StatedFlow;
  readonly as: "value" | "deficit";
}

const US =
  "(?:the\\s)?(?:US|us\\b|U\\.S\\.|this\\scountry|United\\sStates|America(?!n)|American\\s(?:market|buyers|consumers|firms|companies|importers))";
const TO_OTHER = new RegExp(`^\\s(?:to|from)\\s(?!${US})(?:the\\s)?[A-Z]`);
const WITH_REPORTER = new RegExp(
  `^[^.;]{0,70}?\\b(?:with|to|against|over|from|into)\\s${US}(?![\\w$])`,
);
const TO_REPORTER = new RegExp(`^[^.;,]{0,48}?\\b(?:to|into|in)\\s${US}(?![\\w$])`);
const FROM_REPORTER = new RegExp(`^[^.;,]{0,48}?\\bfrom\\s${US}(?![\\w$])`);
/** "France has a surplus", "Germany alone ran a surplus". */
const HOLDS =
  /^(?:\s\w+)?,?\s(?:has|had|have|runs?|ran|records?|recorded|posts?|posted|enjoy(?:s|ed)|holds?|held|keeps?|kept|shows?|showed|booked|logged|registered|racked\sup|built|maintains|maintained)\s(?:[\w-]+\s){0,5}$/;
/** "The island's shipments": a partner's, though no name says which. */
const OF_PARTNER =
  /\bthe\s(?:island|kingdom|republic|bloc|union|peninsula|emirates|mainland|Asian\s\w+|European\s\w+)'s\s(?:\w+\s){0,2}$/i;
/** "The five partners together took". */
const PARTNERS =
  /(?:^|[,;]\s|\b(?:the|all|those|these|both|our|other)\s)(?:\w+\s)?(?:partners|countries|neighbou?rs|economies|nations|members|buyers|customers|markets)\b[^.;,]{0,40}$|\b(?:[Tt]he|[Tt]hose|[Tt]hese)\stwo\s(?:\w+\s)?$/;
/** "A surplus in favour of Mexico". */
const IN_FAVOUR = new RegExp(
  `^\\sin\\s(?:favou?r\\sof\\s(?!${US})|(?!America)[A-Z]\\w+'s\\sfavou?r)`,
);
/** What a preposition governs is no subject: "exported to Canada and imported". */
const AFTER_PREPOSITION = /\b(?:to|from|with|in|of|by|for|at|and)\s(?:the\s)?$/i;

const flip = (flow: StatedFlow): StatedFlow =>
  flow === "exports" ? "imports" : flow === "imports" ? "exports" : flow;

/** A flow as the reporter counts it; null where its words do not say. */
export function told(mark: Mark, sentence: Marked, last: Statement | null): Told | null {
  if (mark.value === "none") return null;
  if (mark.slot === "verb") return { flow: verbFlow(mark, sentence), as: "value" };
  const { text, named, marks } = sentence;
  const rest = text.slice(mark.end);
  const own = text.slice(mark.start);
  const owner = named.find(
    ({ end, possessive }) =>
      possessive &&
      end < mark.start &&
      mark.start - end < 28 &&
      !/[\d,;.]|\bof\b/.test(text.slice(end, mark.start)),
  );
  switch (mark.value) {
    case "deficit":
    case "surplus": {
      const holder = named.find(
        ({ end }) => end < mark.start && HOLDS.test(text.slice(end, mark.start)),
      );
      const ofReporter = marks.some(
        ({ slot, end }) =>
          slot === "reporter" &&
          end < mark.start &&
          mark.start - end < 30 &&
          (!owner || end > owner.end),
      );
      const toOther =
        /^[^.;,]{0,40}?\bwith\s(?:the\s)?[A-Z]/.test(rest) &&
        !WITH_REPORTER.test(rest.slice(0, 60));
      const isPartners =
        !ofReporter &&
        ((holder && !toOther) ||
          (owner &&
            !toOther &&
            (!owner.people || WITH_REPORTER.test(rest) || mark.value === "surplus")) ||
          IN_FAVOUR.test(rest) ||
          new RegExp(`^[^.;,]{0,30}?\\b(?:with|over)\\s${US}(?![\\w$])`).test(rest));
      return {
        flow: "balance",
        as: (mark.value === "deficit") === !isPartners ? "deficit" : "value",
      };
    }
    case "balance":
      return { flow: "balance", as: "value" };
    case "total":
      return { flow: "total", as: "value" };
    case "purchases":
      // "Mexico, with purchases of": its purchases are the reporter's exports.
      return {
        flow:
          !/^\s(?:from|there|abroad)\b/.test(rest) && named.some(({ end }) => end < mark.start)
            ? "exports"
            : "imports",
        as: "value",
      };
    case "sales": {
      // "Mexico's sales" are the reporter's imports, its own sales are exports.
      const isPartners =
        TO_REPORTER.test(rest) ||
        ((owner !== undefined || OF_PARTNER.test(text.slice(0, mark.start))) &&
          !TO_OTHER.test(rest));
      return { flow: isPartners ? "imports" : "exports", as: "value" };
    }
    case "opposite": {
      const flow = last?.subject.flow;
      return flow === "exports" || flow === "imports" ? { flow: flip(flow), as: "value" } : null;
    }
    default: {
      const flow = mark.value as StatedFlow;
      const turned =
        flow === "exports"
          ? TO_REPORTER.test(own) ||
            (owner !== undefined && !TO_OTHER.test(rest)) ||
            OF_PARTNER.test(text.slice(0, mark.start)) ||
            (/^\s(?:by|from)\s[A-Z]/.test(rest) &&
              !/^\s(?:by|from)\s(?:the\s)?(?:US|U\.S\.|United|America)/.test(rest))
          : FROM_REPORTER.test(own);
      return { flow: turned ? flip(flow) : flow, as: "value" };
    }
  }
}

/** Who sells or buys what where: "Mexico sold to the US", "American firms bought from". */
function verbFlow(mark: Mark, { text, named, marks }: Marked): StatedFlow {
  const sells = mark.value === "sell";
  const rest = text
    .slice(mark.end)
    .replace(/^/, /\bto$/i.test(text.slice(mark.start, mark.end)) ? " to" : "");
  const reporterIsOther = new RegExp(`^[^;]{0,90}?\\b(?:to|from|in|into)\\s${US}(?![\\w$])`).test(
    rest,
  );
  const isTarget = named.some(
    ({ start }) =>
      start > mark.end &&
      start - mark.end < 60 &&
      /\b(?:to|from|into)\s(?:the\s)?$/.test(text.slice(0, start)),
  );
  const actors = [
    ...named.map(({ start, end }) => ({ start, end, us: false })),
    ...marks
      .filter(
        ({ slot, value, start, end }) =>
          slot === "back" && value === "one" && /^(?:the|that)\s/i.test(text.slice(start, end)),
      )
      .map(({ start, end }) => ({ start, end, us: false })),
    ...marks
      .filter(({ slot }) => slot === "reporter")
      .map(({ start, end }) => ({ start, end, us: true })),
  ].sort((a, b) => a.start - b.start);
  const before = actors.filter(
    ({ start, end }) =>
      end <= mark.start &&
      (!AFTER_PREPOSITION.test(text.slice(0, start)) ||
        /^,\swhich\s(?:\w+\s)?$/.test(text.slice(end, mark.start))),
  );
  const isSecond = /\band\s(?:\w+\s)?$/.test(text.slice(0, mark.start));
  const pronoun =
    /\b(?:it|they|foreigners|foreign\s\w+)\s(?:\w+\s)?$/i.test(text.slice(0, mark.start)) ||
    // "It sold us 5 and bought 3."
    (isSecond && /^\W*(?:it|they)\b/i.test(text));
  const isOfPartners = PARTNERS.test(text.slice(0, mark.start));
  const other = { us: before[0]?.us ?? false };
  const actor = isOfPartners
    ? { us: false }
    : pronoun
      ? other
      : isSecond
        ? (before[0] ?? null)
        : (before.at(-1) ?? null);
  if (/^(?:\sto)?\s(?:us|Americans)\b/.test(rest)) return "imports";
  if (/^[^.;,]{0,50}\sfrom\sus\b/.test(rest)) return "exports";
  const byReporter = reporterIsOther
    ? false
    : isTarget && !(actor && !actor.us)
      ? true
      : (actor?.us ?? true);
  return sells === byReporter ? "exports" : "imports";
}

/** Whether a phrase turns the flow of this number, and not that of another. */
function turns(here: Here, { value, start, end }: Mark): boolean {
  if (
    value !== "opposite" ||
    here.marks.some(({ slot, value: verb }) => slot === "verb" && verb !== "none")
  )
    return false;
  return !numberBetween(here, end <= here.at ? end : here.to, end <= here.at ? here.at : start);
}

/** "The shortfall in goods trade": trade is not what is counted. */
const BALANCE_IN =
  /\b(?:deficits?|surplus(?:es)?|shortfalls?|gaps?|imbalances?|balances?)\sin\s(?:[\w-]+\s){0,3}$/i;

/** Where only far words say a flow, it may be any. */
const anyFlow: readonly Part<Told>[] = [
  { value: { flow: "imports", as: "value" }, origin: "default" },
  { value: { flow: "exports", as: "value" }, origin: "default" },
  { value: { flow: "balance", as: "deficit" }, origin: "default" },
];

/** Words that do not say whose the surplus is. */
const DIFFERENCE = /^the difference|^net$|leav/i;

/** The flows that a number may be about, the likeliest first; none where no word says one. */
export function flowsOf(
  here: Here,
  discourse: Discourse,
  last: Statement | null,
  within: (mark: Mark) => boolean = () => true,
): Part<Told>[] {
  const spoken = here.marks
    .filter(
      (mark) =>
        (mark.slot === "flow" || mark.slot === "verb") &&
        mark.value !== "none" &&
        !(mark.value === "total" && BALANCE_IN.test(here.text.slice(0, mark.start))) &&
        within(mark),
    )
    // "In the other direction" says more than the noun that it turns.
    .sort(
      (a, b) =>
        Number(turns(here, b)) - Number(turns(here, a)) || distance(here, a) - distance(here, b),
    );
  const found: Part<Told>[] = [];
  const inClause = spoken.filter((mark) => isInClause(here, mark));
  const isSaid =
    distinct(
      inClause
        .flatMap((mark) => told(mark, here, last) ?? [])
        .map((value) => ({ value, origin: "clause" })),
    ).length === 1;
  for (const mark of spoken) {
    const value = told(mark, here, last);
    const far = distance(here, mark);
    if (!value) continue;
    const isOnly = isSaid && inClause.includes(mark);
    const origin = far <= 4 || isOnly ? "beside" : far <= 10 ? "clause" : "sentence";
    // Whom "it" means, the reporter or the partner, is seldom sure.
    const isOpen =
      mark.slot === "verb" &&
      /\b(?:it|they|the\scountry)\s(?:\w+\s)?$/i.test(here.text.slice(0, mark.start));
    // "Japan's exports" may be those to all countries.
    const isPartners =
      mark.value === "exports" &&
      value.flow === "imports" &&
      !TO_REPORTER.test(here.text.slice(mark.start));
    const isOpenSide =
      value.flow === "balance" && DIFFERENCE.test(here.text.slice(mark.start, mark.end));
    found.push({
      value,
      origin: (isOpen || isOpenSide || isPartners) && origin === "beside" ? "clause" : origin,
    });
    if (isOpenSide)
      found.push({
        value: { flow: "balance", as: value.as === "value" ? "deficit" : "value" },
        origin: "sentence",
      });
    if (isOpen) found.push({ value: { ...value, flow: flip(value.flow) }, origin: "sentence" });
  }
  if (last)
    found.push({ value: { flow: last.subject.flow, as: last.subject.as }, origin: "statement" });

  for (const value of discourse.flowsInParagraph.latest())
    found.push({ value, origin: "paragraph" });

  const spokenOf = discourse.flow ?? discourse.ever?.subject;
  const far: Part<Told>[] = spokenOf
    ? [{ value: { flow: spokenOf.flow, as: spokenOf.as }, origin: "document" }]
    : [];
  const heading = fromHeadings(discourse, (one) => {
    const mark = one.marks.find(({ slot, value }) => slot === "flow" && value !== "none");
    return mark ? told(mark, one, null) : null;
  });
  if (heading) found.push(heading);
  const all = distinct([...found, ...far]);
  const isFar = all.length > 0 && (all[0]!.origin === "document" || all[0]!.origin === "heading");
  return isFar || all[0]?.value.flow === "total" ? distinct([...all, ...anyFlow]) : all;
}
