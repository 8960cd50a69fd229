import { objectOf } from "./against.ts";
import { distance, type Here, type Placed } from "./context.ts";
import type { Mark } from "./marks.ts";

const FLOW_OF =
  /\b(?:imports?|exports?|purchases|sales|shipments)\sof\s(?!(?:all\s|US\s|U\.S\.\s|American\s|the\s|its\s|both\s|such\s|those\s)*(?:goods|merchandise|services|both|items|everything|US\$|\$|\d|more|less|about|nearly|over|products|commodities|almost|just|only|some|around|roughly|that|this|it\b|them\b|foreign|a\s|an\s))((?:[\w-]+\s?){1,3})/gi;
const TRADE_IN =
  /\b(?:deficit|surplus|trade|imbalance|balance|exports|imports)\sin\s(?!both\s(?:ways|directions)|(?:all\s|the\s|both\s|total\s|US\s|non-)?(?:goods|services|merchandise|chapter|category|heading|favou?r|recent|each|every|that|this|those|question|dollars|nominal|dollar|real|history|first|second|third|last|same|year|month|any|our|its|their|percent|return|fact|20|19|\d|[A-Z]|January|February|March|April|May|June|July|August|September|October|November|December))([a-z][\w-]+)/g;
const US = "(?:the\\s)?(?:US|U\\.S\\.|United\\sStates|America)";
/** "its deficit with China", "Vietnam imported from China", "Vietnam's largest export market". */
const OF_OTHERS = [
  new RegExp(
    `\\b(?!America|The\\s)[A-Z]\\w+'s\\s(?:\\w+\\s)?(?:deficit|surplus|trade|exports|imports)\\s(?:with|to|from)\\s(?!${US})(?:the\\s)?[A-Z]`,
  ),
  new RegExp(
    `\\b(?!America|US|States|We\\b|Americans|It\\b|The\\b|In\\b)[A-Z][a-z]+\\s(?:imported|exported|bought|sold)\\s[^.;]{0,50}\\s(?:from|to)\\s(?!${US}|it\\b|us\\b)[A-Z][a-z]+`,
  ),
  /\bof\s(?:its|[A-Z]\w+'s)\s(?:total\s|overall\s|own\s)?(?:exports|imports|trade)\b/,
  /\b[A-Z]\w+(?:'s|s')\s(?:total|overall|global|worldwide|own)\s(?:exports|imports|trade|surplus|deficit)\b/,
];
const REPORTERS = new RegExp(`\\b(?:of\\sits|${US}'s|America's|the\\snation's)`);

/** "Chinese exports to the European Union". */
function isBetweenOthers({ text, named }: Here): boolean {
  return named.some(
    ({ people, end }, index) =>
      people &&
      named[index + 1] !== undefined &&
      BETWEEN.test(text.slice(end, named[index + 1]!.start)),
  );
}

const BETWEEN = /^\s(?:\w+\s)?(?:exports|imports|shipments|sales)\s(?:to|from)\s(?:the\s)?$/i;

/**
 * What stands in another clause behind, or in words set between commas or brackets before, says of what
 * the trade mostly is or why, and not what the number counts: "imports from Taiwan, most of them chips,".
 */
function isAside({ text, at, to, named, marks }: Here, mark: Placed): boolean {
  if (mark.start >= to)
    return /[,;:(\u2014\u2013]|\b(?:as|because|while)\s/.test(text.slice(to, mark.start));
  const before = text.slice(0, mark.start);
  const opening = Math.max(before.lastIndexOf(","), before.lastIndexOf("("));
  if (opening < 0 || !/[,)]/.test(text.slice(mark.end, at))) return false;
  return (
    named.some(({ end }) => end <= opening) ||
    marks.some(
      ({ slot, end }) =>
        (slot === "flow" || slot === "product" || slot === "sector") && end <= opening,
    )
  );
}

/** "Corn, wheat and other cereals": what is named stands for its kind. */
function isExample({ text, marks }: Here, mark: Placed): boolean {
  return marks.some(
    ({ slot, start }) =>
      slot === "product" &&
      start > mark.end &&
      /^[\w\s,-]{0,40}\b(?:and|or)\sother\s(?:\w+\s)?$/.test(text.slice(mark.end, start)),
  );
}

/** "A$23.9 billion": dollars that are not those of the United States. */
const OTHER_DOLLAR = /(?:^|[^A-Za-z])(?:A|C|AU|CA|CAN|NZ|HK|S|SG|NT|R|Mex|MX)\$/;
/** "3 percent of big platforms' revenue": what a part is of, where no word of it is of trade. */
function otherInObject(here: Here, others: readonly Mark[]): Mark | null {
  const object = objectOf(here);
  if (!object) return null;
  const inside = ({ start }: Placed) => start >= object.start && start < object.end;
  const isOfTrade = here.marks.some(
    (mark) =>
      /^(?:flow|verb|product|sector|world)$/.test(mark.slot) &&
      mark.value !== "none" &&
      inside(mark),
  );
  return isOfTrade || here.named.some(inside) ? null : (others.find(inside) ?? null);
}

export const NO_UNIT = "no unit that trade is counted in";
const PER = / per |^(?:USD|percent) an? /;
const PART_OF = /^\s(?:worth\s)?of\s(?:that|these|those|them|it)\b/;
const SMALLEST = 10_000;
const KINDS = new Set(["$", "%", "p", "x", "q", "k"]);

/** Why a number is not about the reporter's trade, or cannot be told from data; null where it is. */
export function gate(here: Here, goesOn: boolean, hasWhole: boolean): string | null {
  const { number, text, marks, named, code } = here;
  const { unit } = number;
  if (!KINDS.has(code)) {
    if (PER.test(unit)) return "a rate, not a figure of trade";
    if (/^[A-Z]{3}$/.test(unit)) return "money of another currency";
    return number.noun === null ? NO_UNIT : `counts ${number.noun}`;
  }
  if (OTHER_DOLLAR.test(text.slice(Math.max(0, here.at - 3), here.at + 4)))
    return "money of another currency";
  const trade = marks.filter(
    ({ slot, value }) =>
      (slot === "flow" || slot === "verb" || slot === "value-added") && value !== "none",
  );
  const others = marks.filter((mark) => mark.slot === "elsewhere" && !isAside(here, mark));
  const near = (places: readonly { start: number; end: number }[]) =>
    Math.min(Number.POSITIVE_INFINITY, ...places.map((place) => distance(here, place)));
  if (others.length > 0) {
    const far = near(others);
    if (trade.length === 0 ? !goesOn || far < 12 : far < near(trade) && far <= 9) {
      const other = others.find((one) => distance(here, one) === far)!;
      return `about ${text.slice(other.start, other.end)}, not trade`;
    }
  }
  const ofOther = code === "%" || code === "q" ? otherInObject(here, others) : null;
  if (ofOther) return `about ${text.slice(ofOther.start, ofOther.end)}, not trade`;
  if (
    code === "%" &&
    /\b(?:pays?|paid|paying|charges?|charged)\s(?:\w+\s)?$/i.test(text.slice(0, here.at))
  )
    return "a rate, not a figure of trade";
  if (trade.length === 0 && !goesOn) return "no word of trade in its sentence";
  if (/^USD/.test(unit) && number.scale === null && Number(number.value) < SMALLEST)
    return "a price or a ratio in dollars";
  const names =
    named.length > 0 || marks.some(({ slot }) => slot === "product" || slot === "sector");
  if (code === "$" && PART_OF.test(text.slice(here.to)) && !hasWhole && !names)
    return "a part of what was told before";
  const isValueAdded = marks.some(({ slot }) => slot === "value-added");
  const publisher = isValueAdded ? undefined : marks.find(({ slot }) => slot === "publisher");
  if (publisher)
    return `figures of another publisher (${text.slice(publisher.start, publisher.end)})`;
  const projected = marks
    .filter(({ slot }) => slot === "projected")
    .find((mark) => distance(here, mark) <= 10);
  if (projected) return "a projection or estimate";
  const narrow = marks
    .filter((mark) => mark.slot === "narrow" && !isAside(here, mark) && !isExample(here, mark))
    .find((mark) => distance(here, mark) <= 8);
  if (narrow) return `no figures for ${text.slice(narrow.start, narrow.end)}`;
  for (const pattern of [FLOW_OF, TRADE_IN]) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isKnown = marks.some(
        (mark) =>
          (mark.slot === "product" || mark.slot === "sector") &&
          mark.start < end + 24 &&
          mark.end > start,
      );
      const isPlace = named.some((one) => one.start >= start && one.start < end);
      const since = trade.some((mark) => mark.start >= end && mark.end <= here.at);
      if (!isKnown && !isPlace && (start < here.at ? !since : distance(here, { start, end }) < 14))
        return `no figures for ${match[1]!.trim()}`;
    }
  }
  const isOfOthers = OF_OTHERS.some((pattern) => pattern.test(text)) || isBetweenOthers(here);
  if (!isValueAdded && isOfOthers && !REPORTERS.test(text)) return "trade of another country";
  if (/\b(?:a|its|their)\s(?:global|worldwide)\s(?:surplus|deficit)\b/i.test(text))
    return "trade of another country";
  if (/\b(?:global|world)\s(?:trade(?!\sorgani[sz]ation)|exports|imports)\b/i.test(text))
    return "trade of the world";
  const after = text.slice(here.to, here.to + 70);
  if (
    /^\s(?:per|for\s(?:each|every)|a)\s(?:head|capita|person|household|worker|citizen|family)\b/i.test(
      after,
    )
  )
    return "a rate, not a figure of trade";
  if (
    /^\s(?:of|in)\s(?:this|that|the)\s(?:\$[\d.]+\s\w+\s)?(?:growth|increase|rise|decline|drop|decrease|gain|change|improvement|deterioration|widening|narrowing)\b/i.test(
      after,
    )
  )
    return "a part of a change";
  if (/\baveraged\sover\b|\ban?\saverage\syear\b/i.test(text)) return "an average over years";
  if (/\bbalanced\sto\swithin\s[^.]{0,6}$/i.test(text.slice(0, here.at)))
    return "how near a balance is";
  if (/\bfiscal\s(?:year\s)?(?:20\d\d|'?\d\d)|\bFY\s?\d/i.test(text)) return "a fiscal year";
  if (/(?<!\bnot\s)\bseasonally\sadjusted\b|\binflation[-\s]adjusted\b|\breal\sterms\b/i.test(text))
    return "adjusted figures";
  return null;
}
