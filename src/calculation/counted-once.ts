import { aggregates } from "../partners/aggregates.ts";
import { formerArea } from "../partners/areas.ts";
import { groupsOfOneTime, partnerGroups } from "../partners/groups.ts";
import { monthOf } from "../partners/months.ts";
import type { Period } from "../records/period.ts";
import { type Flow, WORLD } from "../records/record.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { WarningList } from "./warnings.ts";

/** Areas of which none counts the trade of another, and what is to be said of the others. */
export interface CountedOnce {
  readonly counted: readonly string[];
  /** Each with a semicolon before it; empty without any. */
  readonly said: string;
}

const EU = "EU";

/** The members of each whole that is a group, under every code that publishers give it. */
const membersByCode: ReadonlyMap<string, readonly string[]> = new Map(
  [...partnerGroups, ...groupsOfOneTime].flatMap(({ id, members }) =>
    id === EU
      ? [[id, members] as const, ["EU27_2020", members] as const]
      : [[id, members] as const],
  ),
);

/** What is left where those that are named are taken out is no whole of any of them. */
const REMAINDER = "REST-OF-WORLD";

const ofUnknownMembers: ReadonlySet<string> = new Set(
  aggregates.flatMap(({ code, kind }) =>
    kind === "aggregate" && code !== REMAINDER && !membersByCode.has(code) ? [code] : [],
  ),
);

/** The groups among some codes, the one with the most members first. */
function groupsAmong(codes: readonly string[]): string[] {
  const size = (code: string) => membersByCode.get(code)!.length;
  return codes.filter((code) => membersByCode.has(code)).sort((a, b) => size(b) - size(a));
}

/** Codes without the wholes of which a member stands beside them, or of which nobody knows the members. */
export function withoutWholes(codes: readonly string[]): readonly string[] {
  const own = codes.filter((code) => !ofUnknownMembers.has(code));
  const kept = own.length > 0 ? own : codes;
  const taken = new Set<string>();
  for (const code of groupsAmong(kept)) {
    const members = membersByCode.get(code)!;
    const isDouble = members.some((one) => kept.includes(one) || taken.has(one));
    if (!isDouble) for (const one of [code, ...members]) taken.add(one);
  }
  return kept.filter((code) => !membersByCode.has(code) || taken.has(code));
}

/**
 * Codes to add up, each trade once: a group is left out where every member stands beside it, else it is
 * taken in place of the members that do.
 */
export function countedOnce(codes: readonly string[]): CountedOnce {
  const unknown = codes.filter((code) => ofUnknownMembers.has(code));
  const own = codes.filter((code) => !unknown.includes(code));
  if (own.length === 0) return { counted: codes, said: "" };
  const said = unknown.map((code) => `${code}, a whole of others, is left out`);
  const out = new Set<string>();
  const taken = new Set<string>();
  for (const code of groupsAmong(own)) {
    const members = membersByCode.get(code)!;
    const beside = members.filter((one) => own.includes(one));
    if (beside.length === members.length || members.some((one) => taken.has(one))) {
      out.add(code);
      said.push(
        `${code} is left out beside ${beside.length > 0 ? "its members" : "another group"}`,
      );
      continue;
    }
    for (const one of members) taken.add(one);
    for (const one of beside) out.add(one);
    if (beside.length > 0) said.push(`${code} stands for its members (${beside.join(", ")})`);
  }
  const counted = own.filter((code) => !out.has(code));
  return { counted, said: said.map((one) => `; ${one}`).join("") };
}

/**
 * Leaves all areas as they are, and says which had ended before a period and stand beside their parts:
 * publishers go on using such a code for what is left of its trade, so that only they know whether both
 * count the same.
 */
export function notingEnded(period: Period, dataset: string, warnings: WarningList) {
  return (codes: readonly string[]): CountedOnce => {
    for (const code of codes) {
      const area = formerArea(code);
      if (!area || area.parts.includes(code) || monthOf(area.until) > period.first) continue;
      const beside = area.parts.filter((part) => codes.includes(part));
      if (beside.length === 0) continue;
      const message = `${dataset}: ${area.name} (${code}), which was divided on ${area.until}, stands beside ${beside.join(", ")}: both were added up; if it holds them, take one out of the data`;
      warnings.add("former-area", message, period.label);
    }
    return { counted: codes, said: "" };
  };
}

/** Whether a whole of others is more than all partners that are listed, so that these are no world. */
export function hasLargerWhole(
  { description, partners }: TradeDataset,
  listed: readonly string[],
  amountOf: (partner: string) => number,
  flow: Flow,
  period: Period,
  warnings: WarningList,
): boolean {
  const wholes = partners.filter(({ code, kind }) => kind === "aggregate" && code !== WORLD);
  if (wholes.length === 0) return false;
  const sum = listed.reduce((all, partner) => all + amountOf(partner), 0);
  const larger = wholes.find(({ code }) => amountOf(code) > sum)?.code;
  if (larger === undefined) return false;
  const message = `${description.id}: no world total of ${flow}s, and ${larger} alone is more than its partners together, which are not all (use --whole ${larger})`;
  warnings.add("incomplete-world", message, period.label);
  return true;
}
