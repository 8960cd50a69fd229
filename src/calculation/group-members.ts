import { firstNames } from "../first-names.ts";
import { keptIn } from "../kept-in.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import { countriesOf, formerArea, territoryOf } from "../partners/areas.ts";
import { membersAt } from "../partners/group-history.ts";
import { partnerGroups } from "../partners/groups.ts";
import { monthOf } from "../partners/months.ts";
import type { GroupPublisher } from "../partners/published-members.ts";
import { publishedMembers } from "../partners/published-members.ts";
import type { Period } from "../records/period.ts";
import { amountOf } from "../selection/amount.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import { countedIn, noteAreas, notePublished } from "./area-notes.ts";
import type { Areas, MemberRule } from "./areas.ts";
import { countedOnce, hasLargerWhole, notingEnded, withoutWholes } from "./counted-once.ts";
import { countedTwice } from "./counted-twice.ts";
import type { Cube } from "./cube.ts";
import { noteGroups } from "./group-notes.ts";
import { warnOfReporters, warnOfUnlisted } from "./listed-partners.ts";
import { noteMembersAboveWhole } from "./member-notes.ts";
import { noteMissing } from "./missing-notes.ts";
import { notePartsAboveWhole } from "./parts-above-whole.ts";
import type { WarningList } from "./warnings.ts";

/**
 * The partners to add up for a group of which the data publish a row: the row itself where its
 * members are the ones that are meant, or where nobody knows its members; else the members.
 */
function partnersOfGroup(
  dataset: TradeDataset,
  code: string,
  period: Period,
  rule: MemberRule,
): readonly string[] {
  const area = formerArea(code);
  if (area) {
    // After its end an area is what it was divided into, where that adds up to it.
    const isGone =
      monthOf(area.until) <= period.first &&
      !dataset.seriesOf(code).some(({ values }) => values.has(period.label));
    return isGone && !area.parts.includes(code) ? area.parts : [code];
  }
  if (rule === "published") return [code];
  const group = partnerGroups.find(({ id }) => id === code);
  if (!group) return [code];
  const { members } = rule === "today" ? group : membersAt(group, period);
  const published = publishedIn(dataset, code, period);
  if (published) return sameMembers(published, members) ? [code] : members;
  return dataset.seriesOf(code).length > 0 ? [code] : members;
}

interface Published {
  readonly members: readonly string[];
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

function publishedIn(dataset: TradeDataset, code: string, period: Period): Published | null {
  const publisher = publisherOf(dataset, code, period);
  return publisher ? publishedMembers(publisher, code, period) : null;
}

/** Who measured the members of a row: each vintage may count others. */
function publisherOf(
  dataset: TradeDataset,
  code: string,
  period: Period,
): GroupPublisher | undefined {
  const { vintages, siblings } = dataset;
  const own = (siblings ?? vintages ?? []).find(({ data }) =>
    data.seriesOf(code).some((series) => amountOf(series, period).kind === "sum"),
  );
  const { groups, tables } = (own?.data ?? dataset).description;
  const measured = tables.find((table) => table.groups !== undefined)?.groups;
  return (measured ?? groups) as GroupPublisher | undefined;
}

function sameMembers({ members, joined, left }: Published, wanted: readonly string[]): boolean {
  if (joined.length + left.length > 0 || members.length !== wanted.length) return false;
  return members.every((member) => wanted.includes(member));
}

/** Who is in a published row beside the members of today, or is not in it. */
function differenceOfRow(dataset: TradeDataset, code: string, period: Period) {
  const group = partnerGroups.find(({ id }) => id === code);
  const published = publishedIn(dataset, code, period);
  if (!group || !published) return null;
  const all = [...published.members, ...published.left];
  return {
    more: all.filter((member) => !group.members.includes(member)),
    fewer: group.members.filter((member) => !published.members.includes(member)),
  };
}

/**
 * The areas that a row of a dataset counts in a period, which no border has cut; one that came or
 * went within the period is an area of its own. null where nobody knows them.
 */
function territoryIn(
  dataset: TradeDataset,
  code: string,
  period: Period,
): readonly string[] | null {
  const known = keptIn(territories, dataset, () => new Map());
  return keptIn(known, `${code}|${period.label}`, () => foundTerritory(dataset, code, period));
}

/** Kept, because every row of a series asks again. */
const territories = new WeakMap<TradeDataset, Map<string, readonly string[] | null>>();

const aggregatesKnown = new WeakMap<TradeDataset, ReadonlySet<string>>();

function aggregatesOf(dataset: TradeDataset): ReadonlySet<string> {
  const all = () =>
    dataset.partners.flatMap(({ code, kind }) => (kind === "aggregate" ? [code] : []));
  return keptIn(aggregatesKnown, dataset, () => new Set(all()));
}

function foundTerritory(
  dataset: TradeDataset,
  code: string,
  period: Period,
): readonly string[] | null {
  const isWhole = aggregatesOf(dataset).has(code);
  // Only wholes have members that a publisher may have chosen.
  const published = isWhole || groupIds.has(code) ? publishedIn(dataset, code, period) : null;
  if (published) {
    const pieces = (members: readonly string[]) =>
      members.flatMap((member) => territoryOf(member, period).parts ?? [member]);
    const { members, joined, left } = published;
    return withChanges(pieces(members), { joined: pieces(joined), left: pieces(left) });
  }
  if (isWhole) return null;
  const { parts, joined, left } = territoryOf(code, period);
  return parts && withChanges(parts, { joined, left });
}

function withChanges(
  parts: readonly string[],
  { joined, left }: Pick<Published, "joined" | "left">,
): readonly string[] {
  return [
    ...parts.filter((part) => !joined.includes(part)),
    ...joined.map((part) => `${part} in part`),
    ...left.map((part) => `${part} in part`),
  ];
}

/**
 * Says where a row of a group is compared between two periods of which nobody knows whom its publisher
 * counted, and the group has other members in one than in the other.
 */
function noteUnknownMembers(
  requests: Readonly<Record<string, FigureRequest>>,
  cube: Cube,
  warnings: WarningList,
): void {
  const periods = new Map(Object.values(requests).map(({ at }) => [at.period.label, at.period]));
  if (periods.size < 2) return;
  for (const { at } of Object.values(requests)) {
    const codes = at.partner === "all" ? [] : at.partner;
    const dataset = cube.datasetOf(at.product);
    for (const group of partnerGroups.filter(({ id }) => codes.includes(id))) {
      const isRow = dataset.seriesOf(group.id).length > 0;
      if (!isRow || publishedIn(dataset, group.id, at.period)) continue;
      const then = [...periods.values()].map((period) => membersAt(group, period).members);
      const moved = [...new Set(then.flat())].filter((one) =>
        then.some((members) => !members.includes(one)),
      );
      if (moved.length === 0) continue;
      const message = `${group.id} is a row of ${dataset.description.id}, which does not say whom it counts; ${firstNames(moved.sort(), NAMED)} ${moved.length === 1 ? "was a member" : "were members"} at one end alone (name the countries in its place)`;
      warnings.add("unknown-members", message, [...periods.keys()].join(" and "));
    }
  }
}

/** Says whose months a period of the members of then counts otherwise than the months themselves. */
function noteChangesWithin(
  requests: Readonly<Record<string, FigureRequest>>,
  warnings: WarningList,
): void {
  for (const { at } of Object.values(requests)) {
    const codes = at.partner === "all" ? [] : at.partner;
    for (const group of partnerGroups.filter(({ id }) => codes.includes(id))) {
      const { joined, left } = membersAt(group, at.period);
      const told = [
        ...(left.length > 0
          ? [`${firstNames(left, NAMED)} left, and counts in no month of it`]
          : []),
        ...(joined.length > 0
          ? [`${firstNames(joined, NAMED)} joined, and counts in all of it`]
          : []),
      ];
      if (told.length === 0) continue;
      const message = `${group.id} changed within the period: ${told.join("; ")}, so that its months do not add up to it (use --step month)`;
      warnings.add("members-changed", message, at.period.label);
    }
  }
}

/** How many members a note names. */
const NAMED = 5;

const groupIds = new Set(partnerGroups.map(({ id }) => id));

/** Groups, areas of the past and what publishers count in their rows. */
export const areas: Areas = {
  standsForOthers: (code) => formerArea(code) !== undefined || groupIds.has(code),
  noteGroups,
  withoutWholes,
  countedOnce,
  notingEnded,
  hasLargerWhole,
  noteMembers: noteMembersAboveWhole,
  noteMissing,
  partnersOfGroup,
  differenceOfRow,
  countedIn,
  countriesOf,
  territoryIn,
  countedTwice(requests, inputs) {
    const piece = countedTwice(requests, inputs, territoryIn);
    if (piece === null) return null;
    const message = `${piece} is counted twice in a sum of partners (name an area or its parts, not both)`;
    return { code: "not-comparable", message };
  },
  noteAreas(requests, inputs, cube, warnings) {
    noteAreas(requests, inputs, cube, warnings);
    warnOfUnlisted(warnings, inputs, requests);
    warnOfReporters(warnings, requests, (product) => cube.datasetOf(product));
    notePartsAboveWhole(requests, inputs, cube.hasMembers, warnings);
    noteUnknownMembers(requests, cube, warnings);
    if (cube.memberRule === "then") noteChangesWithin(requests, warnings);
    if (cube.memberRule === "published") notePublished(requests, cube, differenceOfRow, warnings);
  },
};
