import { censusApiMembers } from "./census-api-members.ts";
import type { Membership } from "./group-history.ts";
import { type Months, monthOf } from "./months.ts";

/** The files whose groups were measured: the members whose sum is the published row. */
export type GroupPublisher = "census-api" | "census-country";

/** Members of a published row. */
export interface PublishedMembership extends Membership {
  /** False where the months lie after the measured ones, whose last members are then taken. */
  readonly measured: boolean;
}

interface Measured {
  /** First and last measured month. */
  readonly from: string;
  readonly to: string;
  /** Members of each group: `FR`, or `GB:2013-01/2017-12` for those of some months. */
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * In the Census Bureau's file by country (country.xlsx, vintage 2025-04) the European Union has 25
 * members from 1997, 27 from 2007, 28 from 2013 and 27 from 2020: whole years, and the ten of 2004
 * from the beginning.
 */
const censusCountry: Measured = {
  from: "1997-01",
  to: "2024-12",
  groups: {
    EU: "AT BE BG:2007-01/2024-12 CY CZ DE DK EE ES FI FR GB:1997-01/2019-12 GR HR:2013-01/2024-12 HU IE IT LT LU LV MT NL PL PT RO:2007-01/2024-12 SE SI SK",
  },
};

const measured: Readonly<Record<GroupPublisher, Measured>> = {
  "census-api": { from: "2013-01", to: "2024-12", groups: censusApiMembers },
  "census-country": censusCountry,
};

/**
 * Who is in the row that a publisher gives under the code of a group in a period; null where that was
 * not measured, or the period begins before the measurement.
 */
export function publishedMembers(
  publisher: GroupPublisher,
  code: string,
  period: Months,
): PublishedMembership | null {
  const { from, to, groups } = measured[publisher];
  const text = groups[code];
  if (text === undefined || period.first < monthOf(from)) return null;
  const last = monthOf(to);
  const at = (month: number) => {
    const known = Math.min(month, last);
    return text
      .split(" ")
      .map((member) => member.split(/[:/]/) as [string, string?, string?])
      .filter(
        ([, since, until]) =>
          since === undefined || (monthOf(since) <= known && known <= monthOf(until!)),
      )
      .map(([member]) => member);
  };
  const first = at(period.first);
  const members = at(period.last);
  return {
    members,
    joined: members.filter((member) => !first.includes(member)),
    left: first.filter((member) => !members.includes(member)),
    measured: period.last <= last,
  };
}
