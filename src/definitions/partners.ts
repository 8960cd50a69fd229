import { aggregates } from "../partners/aggregates.ts";
import { formerArea, predecessorsOf, successorsOf } from "../partners/areas.ts";
import { PartnerDirectory } from "../partners/directory.ts";
import { geonomenclatureLetters } from "../partners/geonomenclature.ts";
import { changesOf, groupsOf, type MembershipChange } from "../partners/group-history.ts";
import type { PartnerGroup } from "../partners/groups.ts";
import { standInsFor } from "../partners/schemes.ts";
import { countries } from "../sources/embedded/embedded.ts";
import type { Definition } from "./definition.ts";

type Details = Definition["details"];

/** What a name is taken for, where another reading is near. */
const readings: Readonly<Record<string, string>> = {
  CG: 'Plain "Congo" is this one in the lists of ISO, the UN, the FAO and Eurostat; the other is always "Democratic Republic of the Congo" (CD).',
  CD: 'Plain "Congo" is not this one but the Republic of the Congo (CG).',
  KR: 'Plain "Korea" is this one, as the OECD prints it; the other is "Democratic People\'s Republic of Korea" (KP).',
  KP: 'Plain "Korea" is not this one but the Republic of Korea (KR).',
  CH: "In trade statistics mostly with Liechtenstein, whose customs area it shares.",
  FR: "In UN Comtrade with Monaco, and with the overseas departments since 1997.",
  US: "In UN Comtrade with Puerto Rico and the US Virgin Islands.",
  CN: "Without Hong Kong, Macao and Taiwan, which statistics count apart.",
};

/** What publishers count in a row of that name, where it is another list than the law's. */
const asPublished: Readonly<Record<string, Details>> = {
  EU: [
    [
      "Published",
      "Census Bureau, file by country (2025-04): 25 members from 1997, 27 from 2007, 28 from 2013, the United Kingdom to 2019-12",
    ],
    ["", "Census Bureau, API (2025-10): the United Kingdom to 2017-12, 27 members since 2018-01"],
    ["", "Eurostat, EU27_2020: today's 27 members in every period"],
  ],
  OPEC: [
    [
      "Published",
      "Census Bureau, API (2025-10): Qatar to 2016-12, Ecuador to 2017-12, and nothing from 2019 on",
    ],
  ],
  "EURO-AREA": [
    ["Published", "Census Bureau, API (2025-10): Croatia from 2021 on, two years early"],
  ],
};

export function groupDefinition(group: PartnerGroup): Definition {
  const { id, name, members, aliases, source, asMembers } = group;
  const whole = "--total adds the row of the whole.";
  return {
    ...{ id, title: name, kind: "partner group" },
    text: asMembers
      ? `Stands for its members of today; ${whole}`
      : `Stands for its members of today, or for the row of that name where the data publish one; ${whole}`,
    details: [
      [`Members`, `${members.join(", ")} (${members.length})`],
      ...changesOf(id).map(changeLine),
      ...(asPublished[id] ?? []),
    ],
    sources: [source],
    aliases: [...aliases, name],
  };
}

function changeLine({ day, joined, left }: MembershipChange): Details[number] {
  const parts = [
    ...(joined.length > 0 ? [`${joined.join(", ")} joined`] : []),
    ...(left.length > 0 ? [`${left.join(", ")} left`] : []),
  ];
  return [day, parts.join("; ")];
}

/** The country, territory, former area or published aggregate of a name; empty where there is none. */
export function partnerDefinitions(word: string): Definition[] {
  const directory = new PartnerDirectory([...countries(), ...aggregates]);
  const letters = geonomenclatureLetters[word.trim().toUpperCase()];
  const match = directory.find(word) ?? (letters ? directory.find(letters) : undefined);
  if (!match) return [];
  if (match.kind === "group") return [groupDefinition(match.group)];
  const { code, name, kind, aliases } = match.partner;
  const named = (codes: readonly string[]) =>
    codes.map((one) => `${directory.nameOf(one)} (${one})`).join(", ");
  const area = formerArea(code);
  if (area) {
    return [
      {
        ...{ id: code, title: name, kind: "former area", text: area.change },
        details: [
          ...(area.from === null ? [] : [["From", area.from] as const]),
          ["Ended", area.until],
          ...(area.parts.includes(code) ? [] : [["Held", named(area.parts)] as const]),
          ["Today", named(successorsOf(code))],
        ],
        sources: [area.source],
        aliases,
      },
    ];
  }
  const codes = aliases.filter((alias) => /^(?:[A-Z]{3}|[A-Z]\d{2}|\d{3,4})$/.test(alias));
  const inComext = Object.keys(geonomenclatureLetters).filter(
    (one) => geonomenclatureLetters[one] === code && one !== code,
  );
  const before = predecessorsOf(code).map((one) => {
    const { name: title, until } = formerArea(one)!;
    return ["Before", `${title} (${one}) until ${until}`] as const;
  });
  const groups = groupsOf(code);
  return [
    {
      ...{ id: code, title: name, kind: "partner" },
      text: readings[code] ?? `${KINDS[kind]}.`,
      details: [
        ...(codes.length > 0 ? [["Codes", codes.join(", ")] as const] : []),
        ...(inComext.length > 0 ? [["Eurostat", inComext.join(", ")] as const] : []),
        ...before,
        ...(groups.length > 0
          ? [["Groups", groups.map((id) => membership(id, code)).join(", ")] as const]
          : []),
        ...standInsFor(code).map(({ note }) => ["Elsewhere", note] as const),
      ],
      sources:
        kind === "country"
          ? ["ISO 3166-1; names as publishers print them"]
          : ["The publishers' own lists"],
      aliases,
    },
  ];
}

const KINDS = {
  country: "A country or territory of trade statistics",
  aggregate: "A whole of other partners, which is never added to them",
  residual: "What a publisher gives to no country",
} as const;

/** `EU from 1973-01-01 to 2020-02-01`, by the first and last days of membership. */
function membership(id: string, code: string): string {
  const changes = changesOf(id);
  const joined = changes.filter((change) => change.joined.includes(code)).map(({ day }) => day);
  const left = changes.filter((change) => change.left.includes(code)).map(({ day }) => day);
  if (joined.length === 0) return id;
  const spans = joined.map((day, at) => (left[at] ? `${day} to ${left[at]}` : `since ${day}`));
  return `${id} ${spans.join(" and ")}`;
}
