import { partnerGroups } from "./groups.ts";
import { firstWholeMonth, type Months, monthOf } from "./months.ts";

/** A member that came or went, and the day. */
export interface MembershipChange {
  readonly day: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** The members of a group in a run of months. */
export interface Membership {
  /** Those of the last month. */
  readonly members: readonly string[];
  /** Those that came or went after the first month. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/**
 * Members by their first day, and the first day on which they were none any more: `AT BE 1995-01-01`
 * or `GB 1973-01-01/2020-02-01`. Sources are those of the groups; facts that differ are noted here.
 */
const histories: Readonly<Record<string, readonly string[]>> = {
  EU: [
    "BE DE FR IT LU NL 1958-01-01",
    "DK IE 1973-01-01",
    "GB 1973-01-01/2020-02-01",
    "GR 1981-01-01",
    "ES PT 1986-01-01",
    "AT FI SE 1995-01-01",
    "CY CZ EE HU LT LV MT PL SI SK 2004-05-01",
    "BG RO 2007-01-01",
    "HR 2013-07-01",
  ],
  "EURO-AREA": [
    "AT BE DE ES FI FR IE IT LU NL PT 1999-01-01",
    "GR 2001-01-01",
    "SI 2007-01-01",
    "CY MT 2008-01-01",
    "SK 2009-01-01",
    "EE 2011-01-01",
    "LV 2014-01-01",
    "LT 2015-01-01",
    "HR 2023-01-01",
    "BG 2026-01-01",
  ],
  ASEAN: [
    "ID MY PH SG TH 1967-08-08",
    "BN 1984-01-07",
    "VN 1995-07-28",
    "LA MM 1997-07-23",
    "KH 1999-04-30",
    "TL 2025-10-26",
  ],
  G7: ["DE FR GB IT JP US 1975-11-15", "CA 1976-06-27"],
  G20: ["AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA 1999-12-15"],
  BRICS: ["BR CN IN RU 2009-06-16", "ZA 2010-12-24", "AE EG ET IR 2024-01-01", "ID 2025-01-06"],
  OPEC: [
    "IQ IR KW SA VE 1960-09-14",
    "QA 1961-01-01/2019-01-01",
    "ID 1962-01-01/2009-01-01",
    "LY 1962-01-01",
    "AE 1967-01-01",
    "DZ 1969-01-01",
    "NG 1971-01-01",
    "EC 1973-01-01/1992-12-01",
    "GA 1975-01-01/1995-01-01",
    "AO 2007-01-01/2024-01-01",
    "EC 2007-10-01/2020-01-01",
    "ID 2016-01-01/2016-12-01",
    "GA 2016-07-01",
    "GQ 2017-05-25",
    "CG 2018-06-22",
  ],
  OECD: [
    "AT BE CA CH DE DK ES FR GB GR IE IS LU NL NO PT SE TR US 1961-09-30",
    "IT 1962-03-29",
    "JP 1964-04-28",
    "FI 1969-01-28",
    "AU 1971-06-07",
    "NZ 1973-05-29",
    "MX 1994-05-18",
    "CZ 1995-12-21",
    "HU 1996-05-07",
    "PL 1996-11-22",
    "KR 1996-12-12",
    "SK 2000-12-14",
    "CL 2010-05-07",
    "SI 2010-07-21",
    "IL 2010-09-07",
    "EE 2010-12-09",
    "LV 2016-07-01",
    "LT 2018-07-05",
    "CO 2020-04-28",
    "CR 2021-05-25",
  ],
  MERCOSUR: ["AR BR PY UY 1991-03-26", "VE 2012-07-31/2016-12-01", "BO 2024-07-08"],
  CPTPP: [
    "AU CA JP MX NZ SG 2018-12-30",
    "VN 2019-01-14",
    "PE 2021-09-19",
    "MY 2022-11-29",
    "CL 2023-02-21",
    "BN 2023-07-12",
    "GB 2024-12-15",
  ],
  RCEP: [
    "AU BN CN JP KH LA NZ SG TH VN 2022-01-01",
    "KR 2022-02-01",
    "MY 2022-03-18",
    "ID 2023-01-02",
    "PH 2023-06-02",
  ],
  EFTA: [
    "CH NO 1960-05-03",
    "AT SE 1960-05-03/1995-01-01",
    "DK GB 1960-05-03/1973-01-01",
    "PT 1960-05-03/1986-01-01",
    "FI 1961-06-27/1995-01-01",
    "IS 1970-03-01",
    "LI 1991-09-01",
  ],
  GCC: ["AE BH KW OM QA SA 1981-05-25"],
  APEC: [
    "AU BN CA ID JP KR MY NZ PH SG TH US 1989-11-01",
    "CN HK TW 1991-11-01",
    "MX PG 1993-11-01",
    "CL 1994-11-01",
    "PE RU VN 1998-11-01",
  ],
  // As NAFTA until 2020-06-30, as USMCA since 2020-07-01.
  USMCA: ["CA MX US 1994-01-01"],
  "CAFTA-DR": [
    "SV US 2006-03-01",
    "HN NI 2006-04-01",
    "GT 2006-07-01",
    "DO 2007-03-01",
    "CR 2009-01-01",
  ],
  ECOWAS: [
    "BJ CI GH GM GN GW LR NG SL SN TG 1975-05-28",
    "BF ML NE 1975-05-28/2025-01-29",
    "MR 1975-05-28/2000-12-01",
    "CV 1977-01-01",
  ],
};

interface Span {
  readonly code: string;
  readonly from: string;
  readonly until: string | null;
}

function spansOf(id: string): readonly Span[] | null {
  const lines = histories[id];
  if (!lines) return null;
  return lines.flatMap((line) => {
    const words = line.split(" ");
    const [from, until = null] = words.pop()!.split("/") as [string, string?];
    return words.map((code) => ({ code, from, until }));
  });
}

/**
 * The members of a group in a period, by law: a member counts from the first whole month in it to
 * the last. A group without dates (EU27, one of one's own) has its members in every period.
 */
export function membersAt(
  group: { id: string; members: readonly string[] },
  period: Months,
): Membership {
  const spans = spansOf(group.id);
  if (!spans) return { members: group.members, joined: [], left: [] };
  const at = (month: number) =>
    spans
      .filter(
        ({ from, until }) =>
          firstWholeMonth(from) <= month && (until === null || month < monthOf(until)),
      )
      .map(({ code }) => code)
      .sort();
  const first = at(period.first);
  const members = at(period.last);
  return {
    members,
    joined: members.filter((code) => !first.includes(code)),
    left: first.filter((code) => !members.includes(code)),
  };
}

/** All that ever were members. */
export function membersEver(group: {
  readonly id: string;
  readonly members: readonly string[];
}): readonly string[] {
  const spans = spansOf(group.id) ?? [];
  return [...new Set([...group.members, ...spans.map(({ code }) => code)])];
}

/** Every accession and withdrawal of a group by its day; the first entry is its foundation. */
export function changesOf(id: string): readonly MembershipChange[] {
  const days = new Map<string, { joined: string[]; left: string[] }>();
  const on = (day: string) => {
    const known = days.get(day) ?? { joined: [], left: [] };
    days.set(day, known);
    return known;
  };
  for (const { code, from, until } of spansOf(id) ?? []) {
    on(from).joined.push(code);
    if (until !== null) on(until).left.push(code);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { joined, left }]) => ({ day, joined: joined.sort(), left: left.sort() }));
}

/** The groups of which a code is or was a member, by id. */
export function groupsOf(code: string): readonly string[] {
  return partnerGroups
    .filter(({ id, members }) =>
      spansOf(id) ? spansOf(id)!.some((span) => span.code === code) : members.includes(code),
    )
    .map(({ id }) => id);
}
