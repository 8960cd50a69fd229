/**
 * Of each alternative of a pattern what a text must hold for it to match: of every list one word, in
 * small letters. An alternative without a list may match anything.
 */
export type NeededWords = readonly Alternative[];
type Alternative = readonly (readonly string[])[];

/**
 * What a pattern with the flag `i` needs. A text without it is not searched, nor is the pattern compiled,
 * which takes far longer than to search a page.
 */
export function neededWords(source: string): NeededWords {
  return alternativesAt(source, 0).all;
}

/** Whether a text in small letters has what some alternative needs. */
export function mayMatch(needed: NeededWords, lower: string): boolean {
  return needed.some((lists) => lists.every((words) => words.some((word) => lower.includes(word))));
}

/** The alternatives from a place up to the end of their group; what is optional, a class or looked around at needs nothing. */
function alternativesAt(source: string, start: number): { all: Alternative[]; end: number } {
  const all: Alternative[] = [];
  let own: (readonly string[])[] = [];
  let run = "";
  let at = start;
  const endRun = () => {
    if (run !== "") own.push([run]);
    run = "";
  };
  for (; at < source.length && source[at] !== ")"; ) {
    const sign = source[at]!;
    if (sign === "|") {
      endRun();
      all.push(own);
      own = [];
      at += 1;
      continue;
    }
    let words: readonly string[] | null = null;
    if (sign === "(") {
      const body = bodyOf(source, at);
      const inner = alternativesAt(source, body.start);
      at = inner.end + 1;
      words = body.isAround ? null : anyOf(inner.all);
    } else at = endOfSign(source, at);
    const isLetter = sign !== "\\" && isWord(sign);
    const times = source[at];
    const isOptional =
      times === "?" || times === "*" || (times === "{" && "0,".includes(source[at + 1]!));
    if (isLetter && !isOptional) run += sign.toLowerCase();
    if (!isLetter || isOptional) endRun();
    if (words && !isOptional) own.push(words);
    if (times === "?" || times === "*" || times === "+" || times === "{") {
      endRun();
      at = times === "{" ? source.indexOf("}", at) + 1 : at + 1;
      if (source[at] === "?") at += 1;
    }
  }
  endRun();
  return { all: [...all, own], end: at };
}

function isWord(sign: string): boolean {
  return (
    (sign >= "a" && sign <= "z") || (sign >= "A" && sign <= "Z") || (sign >= "0" && sign <= "9")
  );
}

/** Where what is in a group begins, and whether it only looks around. */
function bodyOf(source: string, at: number): { start: number; isAround: boolean } {
  if (source[at + 1] !== "?") return { start: at + 1, isAround: false };
  const behind = source[at + 2] === "<" ? 3 : 2;
  const isAround = source[at + behind] === "=" || source[at + behind] === "!";
  const isNamed = behind === 3 && !isAround;
  return { start: isNamed ? source.indexOf(">", at) + 1 : at + behind + 1, isAround };
}

/** The place after a single sign, an escaped one or a class. */
function endOfSign(source: string, at: number): number {
  if (source[at] === "\\")
    return at + (source[at + 1] === "u" ? 6 : source[at + 1] === "x" ? 4 : 2);
  if (source[at] !== "[") return at + 1;
  let end = at + 1;
  while (source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** The words of which each alternative has one; null where one of them may be without any. */
function anyOf(alternatives: readonly Alternative[]): readonly string[] | null {
  const found = new Set<string>();
  for (const lists of alternatives) {
    let best: readonly string[] | null = null;
    for (const list of lists) if (best === null || shortest(list) > shortest(best)) best = list;
    if (best === null) return null;
    for (const word of best) found.add(word);
  }
  return [...found];
}

function shortest(words: readonly string[]): number {
  return words.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
}
