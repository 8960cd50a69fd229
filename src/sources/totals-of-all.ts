import type { PartnerDirectory } from "../partners/directory.ts";
import { type AskedCodes, allRecords } from "./asked.ts";
import type { TradeDataset } from "./dataset.ts";
import { loadStored, loadSums, type Storing } from "./engines/load-stored.ts";
import { NOT_SELECTED } from "./formats/outcome.ts";
import type { InspectedFiles } from "./open-files.ts";
import type { GatheredRecords } from "./records/gathered.ts";
import type { DefinedTable, LoadOptions } from "./records/load.ts";
import { TooManyRecords } from "./records/too-many.ts";

/**
 * The totals of all reporters and partners, where the records of others were left out but tell who has
 * figures with anyone, or that a flow which is not listed is of nothing. null where nothing asks for them,
 * and where memory could not hold them.
 */
export async function totalsOfAll(
  tables: readonly DefinedTable[],
  directory: PartnerDirectory,
  settings: LoadOptions,
  storing: Storing,
  read: InspectedFiles<GatheredRecords>,
): Promise<TradeDataset | null> {
  const { description, partners, loaded } = read;
  const { asked } = settings;
  if (!asked.partners?.size || !loaded.asides[NOT_SELECTED]) return null;
  const isFull = tables.every(({ recognised }) => recognised.layout.absentIsZero);
  if (!asked.others && (!isFull || listsAll(read, asked))) return null;
  const own: LoadOptions = { ...settings, asked: { ...allRecords, products: "total" } };
  try {
    const sums = await loadSums(tables, directory, own, storing);
    const { collection } = sums ?? (await loadStored(tables, directory, own, storing));
    return collection.toDataset(description, partners, {});
  } catch (error) {
    if (error instanceof TooManyRecords) return null;
    throw error;
  }
}

/** Whether one reporter has both flows with each partner of the file that is asked for, in every year. */
function listsAll(
  { description, partners, loaded: { collection } }: InspectedFiles<GatheredRecords>,
  { partners: codes, reporter, years }: AskedCodes,
): boolean {
  if (reporter === null) return false;
  const { seriesOf } = collection.toDataset(description, partners, {}, 0, reporter);
  const labels = new Set([...collection.periods, ...(years === null ? [] : [String(years.last)])]);
  return partners
    .filter(({ code }) => codes?.has(code) && code !== reporter)
    .every(({ code }) => {
      const all = seriesOf(code);
      return (["export", "import"] as const).every((flow) => {
        const own = all.filter(({ key }) => key.flow === flow);
        return [...labels].every((label) => own.some(({ values }) => values.has(label)));
      });
    });
}
