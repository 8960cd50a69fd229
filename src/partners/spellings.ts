/** Words before "of" in the formal names of states; "Democratic" alone is not among them. */
const FORMAL =
  /^(?:the\s+)?(?:(?:islamic|federal|federative|federated|people'?s|democratic people'?s|people'?s democratic|federal democratic|democratic socialist|socialist|arab|plurinational|bolivarian|independent|united|eastern|hashemite|co-?operative|grand)\s+)*(?:republic|kingdom|states?|principality|commonwealth|sultanate|union|duchy)\s+of\s+(?:the\s+)?(.+)$/i;

/** Names that more than one state has had: only what is listed as a whole stands for one of them. */
const SHARED = /^(?:china|congo|germany|korea|viet ?nam|yemen|yugoslavia)$/i;

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/\brep\b\.?/gi, "Republic"],
  [/\bdem\b\.?/gi, "Democratic"],
  [/\bfed\b\.?/gi, "Federal"],
  [/\bst\b\.?/gi, "Saint"],
  [/\bis(?:\.|ds?\b\.?|$)/gi, "Islands"],
  [/\bterr\b\.?/gi, "Territory"],
  [/^n\.\s*/i, "North "],
  [/^s\.\s*/i, "South "],
  [/\b(?:fmr|fm)\b\.?/gi, "Former"],
];

/**
 * A name in the other spellings that publishers use for it, the likeliest first, without itself:
 * `Korea, South` as `South Korea`, `Iran (Islamic Republic of)` and `Iran, Islamic Rep. of` as
 * `Islamic Republic of Iran` and then `Iran`, `Holy See (the) *` as `Holy See`.
 */
export function spellingsOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const one of unmarked(text)) {
    const written = ABBREVIATED.reduce((name, [short, long]) => name.replace(short, long), one);
    for (const name of [one, written]) {
      const turned = turnedForms(name);
      for (const form of [name, ...turned]) found.add(form);
      for (const form of [name, ...turned]) {
        const formal = FORMAL.exec(form);
        if (formal && !SHARED.test(formal[1]!)) found.add(formal[1]!);
      }
    }
  }
  found.delete(text);
  return [...found];
}

/** What Eurostat says of an area behind its name: `Switzerland (incl. Liechtenstein 'LI' -> 1994)`. */
const NOTED = /\s*\((?:incl\.|excl\.|until \d{4} |under united nations )[^()]*\)?.*$/i;

const FORMERLY = /\s*\(formerly\b.*$/i;

/** Without the marks of footnotes, brackets and years that do not belong to the name. */
function unmarked(text: string): string[] {
  const plain = text
    .replace(/[*†]+/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\(the\)/gi, "")
    .replace(FORMERLY, "")
    .replace(NOTED, "")
    .replace(/^the\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain === text ? [text] : [text, plain];
}

/** What stands behind a comma or in brackets, put in front: `Korea (the Republic of)`. */
function turnedForms(text: string): string[] {
  const bracketed = /^(.+?)\s*\((.+?)\)$/.exec(text);
  if (bracketed) return [`${bracketed[2]} ${bracketed[1]}`];
  const at = text.indexOf(",");
  return at < 0 ? [] : [`${text.slice(at + 1).trim()} ${text.slice(0, at)}`];
}

/** Two names in one text: `Czechia (Czech Republic)`, or `Congo, Republic of the Congo`. */
export function doubleName(text: string): { both: [string, string]; bracketed: boolean } | null {
  const plain = text.replace(FORMERLY, "");
  const inBrackets = /^(.+?)\s*\((.+?)\)?$/.exec(plain);
  if (inBrackets) return { both: [inBrackets[1]!, inBrackets[2]!], bracketed: true };
  const [before, after, ...more] = plain.split(/,\s+/);
  if (after === undefined || more.length > 0) return null;
  if (!after.toLowerCase().includes(before!.toLowerCase())) return null;
  return { both: [before!, after], bracketed: false };
}
