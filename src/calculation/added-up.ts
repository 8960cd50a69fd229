import type { Cell } from "../metrics/cell.ts";
import { WORLD } from "../records/record.ts";

const OF = " of ";

/** Whom a sum over all adds up, where no published row stands for them. */
export function wholeOf(
  at: Cell,
  reporter: string | null,
  partners: readonly string[],
): readonly string[] {
  const ofPartners = at.partner === "all" && partners[0] !== WORLD;
  const ofReporters = at.reporter === "all" && reporter !== null && reporter !== WORLD;
  if (!ofReporters) return ofPartners ? partners : [];
  return ofPartners ? partners.map((partner) => partner + OF + reporter) : [reporter];
}

/** The reporter of a member of such a sum. */
export function reporterOf(member: string): string {
  return member.split(OF).at(-1)!;
}

/** A list alone stays itself, by which it is told that it was met before. */
export function joinedLists(
  known: readonly string[] | undefined,
  more: readonly string[],
): readonly string[] {
  return known ? [...known, ...more] : more;
}
