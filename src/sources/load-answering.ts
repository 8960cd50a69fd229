import type { PartnerDirectory } from "../partners/directory.ts";
import type { Warning } from "../warning.ts";
import type { YearSpan } from "./asked.ts";
import { loadStored, loadSums, type Storing } from "./engines/load-stored.ts";
import type { GatheredRecords } from "./records/gathered.ts";
import type { DefinedTable, LoadedRecords, LoadOptions } from "./records/load.ts";
import { MOST_FETCHED, TooManyRecords } from "./records/too-many.ts";

/**
 * The records from which a question is answered as from a small file. Other years bear on that as
 * well: where the data end tells whether a year is complete, and a product that was traded before
 * counts for nothing now. They are left out, which is told, only where memory could not hold them.
 */
export async function loadAnswering(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  settings: LoadOptions,
  storing: Storing,
): Promise<{ loaded: LoadedRecords<GatheredRecords>; warnings: readonly Warning[] }> {
  const { asked } = settings;
  let why: string | null = null;
  const rowsNeeded = (reason: string) => {
    why = reason;
  };
  const sums = await loadSums(tables, partners, settings, { ...storing, rowsNeeded });
  if (sums && sums.collection.count > 0) return { loaded: sums, warnings: [] };
  const load = async (one: typeof asked) => {
    try {
      return await loadStored(tables, partners, { ...settings, asked: one }, storing);
    } catch (error) {
      if (why === null || !(error instanceof TooManyRecords)) throw error;
      throw tooManyFar(tables[0]!.source.name, why);
    }
  };
  const warnings: Warning[] = [];
  const { reporter, years } = asked;
  if (reporter === null && years === null) return { loaded: await load(asked), warnings };
  const ofAllYears = await unlessTooMany(load({ ...asked, years: null }), years !== null);
  const loaded = ofAllYears ?? (await load(asked));
  if (!ofAllYears) warnings.push(yearsLeftOut(years!));
  const isNarrowed = reporter !== null || !ofAllYears;
  if (loaded.collection.count > 0 || !isNarrowed) return { loaded, warnings };
  // Why nothing fits can be told only from the records of other reporters and years.
  const all = await unlessTooMany(load({ ...asked, reporter: null, years: null }), true);
  return { loaded: all ?? loaded, warnings };
}

/** What was loaded; null where there is too much of it and another way is left. */
async function unlessTooMany(
  loading: Promise<LoadedRecords>,
  isOtherLeft: boolean,
): Promise<LoadedRecords | null> {
  try {
    return await loading;
  } catch (error) {
    if (isOtherLeft && error instanceof TooManyRecords) return null;
    throw error;
  }
}

/** A server could send sums alone, but for a reason that says what to ask instead. */
function tooManyFar(name: string, why: string): TooManyRecords {
  return new TooManyRecords(
    `${name}: its rows themselves are needed, because ${why}, and there are more than ${MOST_FETCHED.toLocaleString("en")} of them`,
    "Ask for all products or a level (--by hs2), name partners, a reporter or years, or name a view of the rows that are meant.",
  );
}

function yearsLeftOut({ first, last }: YearSpan): Warning {
  return {
    code: "years-left-out",
    message: `too large to keep whole: only ${first === last ? first : `${first}-${last}`} was kept, so products, partners and reporters of other years are not counted, and the data seem to end in ${last}`,
  };
}
