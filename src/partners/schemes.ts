import { comtradeLetters, comtradeNumbers } from "./comtrade-areas.ts";
import { geonomenclatureLetters } from "./geonomenclature.ts";

/** The publishers whose codes of areas have a life of their own. */
export type CodeScheme = "comtrade" | "geonomenclature";

/** Codes in which a publisher counts trade that a user may look for under a country's name. */
export interface StandIn {
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly note: string;
}

const schemes: Readonly<
  Record<
    CodeScheme,
    { numbers: Readonly<Record<number, string>>; letters: Readonly<Record<string, string>> }
  >
> = {
  comtrade: { numbers: comtradeNumbers, letters: comtradeLetters },
  geonomenclature: { numbers: {}, letters: geonomenclatureLetters },
};

const standIns: Readonly<Record<string, readonly StandIn[]>> = {
  GB: [
    {
      scheme: "geonomenclature",
      code: "GREAT-BRITAIN",
      note: "since 2021 Eurostat lists the United Kingdom without Northern Ireland (XU), which stands beside it (XI)",
    },
  ],
  TW: [
    {
      scheme: "comtrade",
      code: "OTHER-ASIA-NES",
      note: 'UN Comtrade and BACI list no Taiwan; their "Other Asia, nes" (490) is nearly all Taiwan',
    },
  ],
};

/**
 * Our code of an area in a publisher's own scheme, for a number with or without leading zeros or for
 * letters that are only the publisher's; null where the scheme says nothing of its own, so that M49,
 * ISO and names hold.
 */
export function areaOfScheme(scheme: CodeScheme, text: string): string | null {
  const { numbers, letters } = schemes[scheme];
  if (/^\d{1,3}$/.test(text)) return numbers[Number(text)] ?? null;
  return letters[text.trim()] ?? null;
}

/** Where a publisher may count the trade of a country that it does not list, to be told. */
export function standInsFor(code: string): readonly StandIn[] {
  return standIns[code] ?? [];
}
