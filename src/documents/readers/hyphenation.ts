/** Words of which compounds keep their hyphen: `non-petroleum`, `two-thirds`, `year-on-year`. */
const KEEPS =
  /(?:^|[^a-z])(?:non|pre|post|anti|co|self|cross|well|high|low|long|short|mid|year|month|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|value|labor|labour|trade|light|heavy|medium|small|large|second|third|fourth|export|import|china|so|on|to|in|of|re)-$/i;

/**
 * A line whose last word goes on in the next one, without the hyphen where that only parts syllables;
 * null where the two lines are parted by a space.
 */
export function joinedByHyphen(line: string, next: string): string | null {
  if (line.endsWith("\u00ad")) return line.slice(0, -1);
  if (!/[A-Za-z]-$/.test(line) || !/^[a-z]/.test(next)) return null;
  return KEEPS.test(line.slice(-14)) ? line : line.slice(0, -1);
}
