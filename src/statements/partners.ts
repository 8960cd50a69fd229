import { distance, type Here, isInClause } from "./context.ts";
import { type Discourse, fromHeadings } from "./discourse.ts";
import type { Named } from "./marks.ts";
import { distinct } from "./options.ts";
import type { Origin, Part, Statement } from "./statement.ts";

/** A name says more than "the three". */
const BACK = 3;
/** Beyond a number and the end of a clause a name is another's. */
const FAR = 16;

/** "That trade deficit" is the one that was spoken of. */
const POINTS_BACK =
  /\b(?:that|this|these|those)\s(?:[\w-]+\s)?(?:trade|deficits?|gap|surplus|balance|imbalance|relationship|flows?|exports|imports)\b/i;

const ALL_OF_THEM = /\b(?:together|combined|all\sof\sthem|both|in\ssum)\b/i;

/** "The total, $1.2 trillion last year". */
const TOTAL =
  /(?:^\W*|\b(?:because|as|while|when|since|though)\s)(?:the|a|grand|overall)\s(?:grand\s|overall\s|whole\s|world\s)?total\b(?!\sof\b)/i;

type Codes = readonly string[];

/** The partners that a number may be about, the likeliest first. */
export function partnersOf(
  here: Here,
  named: readonly Named[],
  discourse: Discourse,
  last: Statement | null,
): Part<Codes>[] {
  const { text, marks } = here;
  const found: { part: Part<Codes>; far: number }[] = [];
  const together = marks.some(({ slot, value }) => slot === "together" && value === "together");
  const inClause: { end: number }[] = named.filter((one) => isInClause(here, one));
  const add = (codes: Codes, place: { start: number; end: number }, more = 0) => {
    const far = distance(here, place) + more;
    const one = together ? null : distributed(here, codes, place);
    const isOnly = inClause.length === 1 && inClause[0] === place;
    const origin: Origin = far <= 4 || one || isOnly ? "beside" : far <= 10 ? "clause" : "sentence";
    found.push({ part: { value: one ? [one] : codes, origin }, far });
  };
  for (const one of named) add(one.codes, one);
  for (const mark of marks) {
    if (mark.slot !== "back") continue;
    for (const codes of pointedAt(mark.value, discourse)) add(codes, mark, BACK);
  }
  // "Take Japan, take Mexico, add both of them together".
  const before = named.filter(({ end }) => end <= here.at);
  const last_ = before.at(-1);
  const isListed = before.length > 1 && before.every(({ codes }) => codes.length === 1);
  if (together && last_ && isListed && ALL_OF_THEM.test(text.slice(last_.end, here.at)))
    add([...new Set(before.flatMap(({ codes }) => codes))], { start: last_.end, end: here.at });
  found.sort((a, b) => a.far - b.far);
  const list = found.filter(({ far }) => far <= FAR).map(({ part }) => part);
  const others = found
    .filter(({ far }) => far > FAR)
    .map(({ part }) => ({ ...part, origin: "document" as const }));
  if (saysWorld(here)) {
    const world: Part<Codes> = { value: ["WORLD"], origin: "sentence" };
    if (discourse.main !== null && !isWhole(here))
      list.push({ value: [discourse.main], origin: "document" }, world);
    else if (list.length === 0 || (found[0]!.far > 14 && !named.some(({ end }) => end <= here.at)))
      list.unshift(world);
    else list.push(world);
  }
  const back = marks.some(({ slot, value }) => slot === "back" && value === "one");
  if (list.length === 0 && discourse.topic && POINTS_BACK.test(text))
    list.push({ value: discourse.topic, origin: "statement" });
  if (discourse.topic && discourse.topicIsNewer)
    list.push({ value: discourse.topic, origin: "statement" });
  if (last) list.push({ value: last.subject.partners, origin: "statement" });
  if (discourse.topic && discourse.topicInParagraph)
    list.push({ value: discourse.topic, origin: last ? "statement" : "paragraph" });
  if (back && discourse.single) list.push({ value: [discourse.single], origin: "paragraph" });
  const titled = fromHeadings(discourse, (one) =>
    one.named.length === 1 ? one.named[0]!.codes : null,
  );
  if (titled) list.push(titled);
  if (discourse.single) list.push({ value: [discourse.single], origin: "document" });
  if (discourse.main !== null) list.push({ value: [discourse.main], origin: "document" });
  const rest: Part<Codes> = {
    value: ["WORLD"],
    origin: namedInDocument(discourse) ? "default" : "document",
  };
  if (
    /\b(?:US|U\.S\.|America(?:n|'s)?|United\sStates|nation's|country's|total|overall)\b/.test(
      text,
    ) &&
    !back &&
    discourse.main === null
  )
    list.push({ ...rest, origin: "paragraph" });
  const recent = discourse.partners
    .latest()
    .map((value): Part<Codes> => ({ value, origin: "document" }));
  // "Trade with Japan and Mexico": one of them may be meant alone.
  const several = list.find(({ value }) => value.length > 1)?.value ?? [];
  const single = several.map((code): Part<Codes> => ({ value: [code], origin: "document" }));
  list.push(...single, ...recent.slice(0, 2), rest, ...others, ...recent.slice(2));
  const all = distinct(list);
  // The only partner that a sentence names before the number is not overruled from afar.
  const [only, second] = named;
  const isOnly =
    only && !second && only.end <= here.at && all[0]?.value.join() === only.codes.join();
  return isOnly ? all.filter(({ origin }) => !FROM_AFAR.has(origin)) : all;
}

const FROM_AFAR: ReadonlySet<Origin> = new Set(["document", "default"]);

/** Whom "the two", "the latter" or "all five" means, the likeliest first. */
function pointedAt(value: string, discourse: Discourse): Codes[] {
  const { two, three, group } = discourse;
  const last = (count: number): Codes[] => {
    const codes = discourse.singles.latest(count).reverse();
    return codes.length === count ? [codes] : [];
  };
  switch (value) {
    case "two":
      return [...(two ? [two] : []), ...last(2)];
    case "first":
      return two ? [[two[0]!]] : [];
    case "second":
      return two ? [[two[1]!]] : [];
    case "three":
      return [...(three ? [three] : []), ...last(3)];
    case "group":
      return group ? [[group]] : [];
    default: {
      const count = COUNTS.indexOf(value);
      const listed = discourse.partners.find((codes) => codes.length === count);
      return count < 0 ? [] : [...(listed ? [listed] : []), ...last(count)];
    }
  }
}

const COUNTS = ["", "", "", "", "four", "five", "six"];

function namedInDocument({ single, group }: Discourse): boolean {
  return single !== null || group !== null;
}

/** Beside one partner "total" may be all of its trade; these words are of the world. */
function isWhole({ marks, text }: Here): boolean {
  return marks.some(
    ({ slot, start, end }) =>
      slot === "world" &&
      /\b(?:world|countries|partners|everywhere|global|sources|rest)\b|^all\b|(?:US|U\.S\.|American)$/i.test(
        text.slice(start, end),
      ),
  );
}

/** "Total US exports", "the overall deficit", "imports from all countries". */
function saysWorld({ marks, text, at }: Here): boolean {
  if (TOTAL.test(text.slice(0, at))) return true;
  return marks.some(
    ({ slot, start, end }) =>
      slot === "world" &&
      (marks.some(
        (flow) =>
          flow.slot === "flow" &&
          flow.value !== "none" &&
          flow.start >= end &&
          /^\s(?:[\w.]+\s){0,3}$/.test(text.slice(end, flow.start)),
      ) ||
        /\b(?:all|world|everywhere|worldwide)\b/i.test(text.slice(start, end))),
  );
}

/** The member of a list that belongs to a number of a list as long: `A and B, respectively`. */
function distributed(
  here: Here,
  codes: Codes,
  place: { start: number; end: number },
): string | null {
  if (codes.length < 2) return null;
  const run = runOf(here).filter((start) => start > place.end === here.at > place.end);
  const isRespective = /\brespectively\b|\bin\sturn\b/i.test(here.text);
  if (isRespective && run.length > 0 && run.length % codes.length === 0)
    return codes[run.indexOf(here.at) % codes.length] ?? null;
  const near = adjoiningRun(here, run);
  return near.length === codes.length ? (codes[near.indexOf(here.at)] ?? null) : null;
}

/** The numbers of a run that stand side by side with this one: `$50.4 billion and $50.3 billion`. */
function adjoiningRun(here: Here, run: readonly number[]): number[] {
  const at = run.indexOf(here.at);
  let [first, last] = [at, at];
  while (first > 0 && adjoins(here, run[first - 1]!, run[first]!)) first -= 1;
  while (last + 1 < run.length && adjoins(here, run[last]!, run[last + 1]!)) last += 1;
  return run.slice(first, last + 1);
}

/** Where the numbers of the sentence that are of the same kind begin. */
export function runOf({ number, spans }: Here): number[] {
  return spans
    .filter(({ number: one }) => one.unit === number.unit && one.scale === number.scale)
    .map(({ at }) => at);
}

function adjoins({ text }: Here, one: number, next: number): boolean {
  return /^\S+(?:\s(?:trillion|billion|million|percent|per\scent))?,?\s(?:and\s)?$/.test(
    text.slice(one, next),
  );
}
