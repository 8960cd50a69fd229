import { absorbed, changedCountries } from "./changed-countries.ts";
import type { FormerArea } from "./former-area.ts";
import { formerAreas } from "./former-areas.ts";
import { type Months, monthOf } from "./months.ts";

/** What an area consisted of in a run of months, in areas that no border has cut since. */
export interface Territory {
  /** Codes of areas; null where nobody says what was counted, so that it is like nothing else. */
  readonly parts: readonly string[] | null;
  /** Parts that came or went within the months. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

const byCode: ReadonlyMap<string, FormerArea> = new Map(
  formerAreas.map((area) => [area.code, area]),
);

/** The area of the past with this code. */
export function formerArea(code: string): FormerArea | undefined {
  return byCode.get(code);
}

/**
 * What was counted under a code in a period, by the days of law. The month of a change counts as
 * the month after it: Sudan without the South begins with July 2011. The code of a group or of a
 * residual such as "Other Asia, nes" is a part of its own.
 */
export function territoryOf(code: string, period: Months): Territory {
  const first = partsIn(code, period.first);
  const last = partsIn(code, period.last);
  if (first === null || last === null) return { parts: null, joined: [], left: [] };
  return {
    parts: last,
    joined: last.filter((part) => !first.includes(part)),
    left: first.filter((part) => !last.includes(part)),
  };
}

function partsIn(code: string, month: number): readonly string[] | null {
  const area = byCode.get(code);
  if (area) return isAlive(area, month) ? area.parts : null;
  const spans = changedCountries[code];
  if (!spans) return [code];
  const span = spans.findLast(([from]) => from === null || monthOf(from) <= month);
  return span ? span[1].split(" ") : null;
}

/** Publishers keep the code of an area to the end of the year in which it ended. */
function isAlive({ from, until }: FormerArea, month: number): boolean {
  return (from === null || monthOf(from) <= month) && month <= monthOf(until) + 11;
}

/** Parts of the world as the country of today that has them all, where they are such parts. */
export function countriesOf(parts: readonly string[]): readonly string[] {
  let named = parts;
  for (const [country, spans] of Object.entries(changedCountries)) {
    const own = spans.at(-1)![1].split(" ");
    if (own.length === 1 || !own.every((part) => named.includes(part))) continue;
    named = [...named.filter((part) => !own.includes(part)), country].sort();
  }
  return named;
}

/** What became of a former area: the areas of today that it is in, or that it was divided into. */
export function successorsOf(code: string): readonly string[] {
  const area = byCode.get(code);
  if (!area) return [];
  if (absorbed[code]) return absorbed[code].split(" ");
  if (!area.parts.includes(code)) return area.parts;
  return Object.keys(changedCountries).filter((country) =>
    changedCountries[country]!.some(([, parts]) => parts.split(" ").includes(code)),
  );
}

/** The former areas of which an area of today was a part, or which are a part of it, by their end. */
export function predecessorsOf(code: string): readonly string[] {
  return formerAreas
    .filter((area) => area.code !== code && successorsOf(area.code).includes(code))
    .sort((a, b) => (a.until < b.until ? -1 : 1))
    .map((area) => area.code);
}

/** Whether two codes in two periods are known to be the same parts of the world throughout. */
export function areAlike(a: Territory, b: Territory): boolean {
  if (a.parts === null || b.parts === null) return false;
  const key = ({ parts, joined, left }: Territory) =>
    [parts!, joined, left].map((all) => [...all].sort().join("+")).join("/");
  return key(a) === key(b);
}
