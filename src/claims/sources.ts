import { InputError } from "../errors.ts";
import { PartnerDirectory } from "../partners/directory.ts";
import { countries, embeddedCatalog } from "../sources/embedded/embedded.ts";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { type OpenSources, openSources } from "../sources/open.ts";
import type { PriceIndex } from "../sources/prices.ts";
import type { SharesDataset } from "../sources/shares.ts";
import { anyVintage, type VintageWish } from "../sources/vintages.ts";
import type { Tell } from "./file/problems.ts";
import type { PlaceOf } from "./file/read.ts";
import type { ClaimFile } from "./file/schema.ts";
import { openClaimPrices, openShareEditions, type ShareEditions } from "./own-editions.ts";
import { isOfTable } from "./table-figure.ts";
import type { ClaimTables, NamedTable } from "./tables.ts";
import { knownThen } from "./vintages.ts";

/** Every dataset that the claims of a file may ask, open. */
export interface ClaimSources {
  /** The datasets named in a claim; for null, those of the command line or the embedded ones. */
  of(data: string | null): OpenSources;
  /** The same with all their vintages, whatever the report knew. */
  whole(data: string | null): OpenSources;
  /** Whether the report names neither a vintage nor a day, so that every vintage may serve. */
  readonly triesVintages: boolean;
  /** Published shares, in the edition that the report knew. */
  readonly shares: SharesDataset;
  readonly shareEditions: ShareEditions;
  /** Consumer prices, to the last month that there is. */
  readonly prices: PriceIndex;
  /** The names of the areas of published shares. */
  areas(): PartnerDirectory;
  /** Input-output tables, open where a claim asks for them; null where none does. */
  readonly tables: ClaimTables | null;
}

const plain = { as: null, where: [], missing: [], skipInvalid: false } as const;

/**
 * Opens all data that the claims name, and what the command line names in place of the default.
 * @param fetched vintages that were fetched, beside the embedded ones.
 * @param place where the keys of the claim file stand, for messages.
 * @param tell what is done with data that cannot be opened; default: the first is thrown.
 * @throws InputError when a dataset is unknown or a file cannot be read.
 */
export async function openClaimSources(
  file: ClaimFile,
  data: readonly string[],
  place: PlaceOf = () => file.report.id,
  fetched: readonly FetchedVintage[] = [],
  tell: Tell = (path, message, hint) => {
    throw new InputError(`${place(path)}: ${message}`, hint);
  },
): Promise<ClaimSources> {
  const known = knownThen(file);
  const trade = fetched.filter(({ holds }) => holds !== null);
  const open = (names: readonly string[], vintages: VintageWish = known) =>
    openSources({ ...plain, data: names, vintages, fetched: trade });
  const opened = new Map<string | null, OpenSources>([[null, await open(data)]]);
  const whole = new Map<string | null, OpenSources>();
  if (data.length === 0) whole.set(null, await open([], anyVintage));
  for (const { id, kind } of embeddedCatalog()) {
    if (kind !== "trade") continue;
    opened.set(id, await open([id]));
    whole.set(id, await open([id], anyVintage));
  }
  for (const { name, claim, path } of namedData(file)) {
    if (opened.has(name)) continue;
    try {
      opened.set(name, await open([name]));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const message = error.message.replace(/^--data: /, "");
      tell(path, `${claim}: compute.data: ${message}`, error.hint);
    }
  }
  let areas: PartnerDirectory | null = null;
  const shareEditions = await openShareEditions(
    asksShares(file) ? fetched : [],
    dayOf(known),
    file,
  );
  const prices = await openClaimPrices(fetched);
  return {
    of: (name) => opened.get(name)!,
    whole: (name) => whole.get(name) ?? opened.get(name)!,
    triesVintages: known.vintage === null && known.asOf === null,
    tables: await tablesOf(file, tell),
    get shares() {
      return shareEditions.of(null)!;
    },
    shareEditions,
    get prices() {
      return prices();
    },
    areas() {
      areas ??= new PartnerDirectory([...countries(), ...shareEditions.of(null)!.areas]);
      return areas;
    },
  };
}

/** Their code is read where a claim asks for a table, and not before. */
async function tablesOf(file: ClaimFile, tell: Tell): Promise<ClaimTables | null> {
  const asking = namedTables(file);
  if (asking.length === 0) return null;
  const { openClaimTables } = await import("./tables.ts");
  return openClaimTables(asking, tell);
}

function namedTables({ claims, charts }: ClaimFile): NamedTable[] {
  const ofClaims = claims.flatMap(({ id: claim, compute }, index) => {
    if (!compute) return [];
    const { metric } = compute;
    return [compute, compute.than ?? [], compute.definitions ?? []]
      .flat()
      .map(({ table }) => ({ claim, metric, table, path: ["claims", index, "compute", "table"] }));
  });
  const ofCharts = charts.flatMap((chart, index) =>
    chart.kind === "bars"
      ? []
      : chart.lines.map(({ metric, table }, line) => ({
          ...{ claim: chart.id, metric, table },
          path: ["charts", index, "lines", line, "table"],
        })),
  );
  return [...ofClaims, ...ofCharts].filter(({ metric }) => isOfTable(metric));
}

/** The names of the data that claims and charts compute from. */
export function dataOf(file: ClaimFile): string[] {
  return [...new Set(namedData(file).map(({ name }) => name))];
}

/** The data that claims and charts compute from; published shares are not among the records of trade. */
function namedData(file: ClaimFile) {
  return [...dataOfClaims(file), ...dataOfCharts(file)];
}

function dataOfCharts({ charts }: ClaimFile) {
  return charts.flatMap((chart, index) =>
    chart.kind === "bars"
      ? []
      : chart.lines.flatMap(({ data, metric }, number) =>
          data === undefined || isOfNoTrade(metric)
            ? []
            : [{ name: data, claim: chart.id, path: ["charts", index, "lines", number, "data"] }],
        ),
  );
}

function dataOfClaims({ claims }: ClaimFile) {
  return claims.flatMap(({ id: claim, compute }, index) => {
    if (!compute || isOfNoTrade(compute.metric)) return [];
    const path = ["claims", index, "compute"];
    const places: [{ data?: string | undefined }, PropertyKey[]][] = [
      [compute, path],
      ...(compute.definitions ?? []).map((one, number): [typeof one, PropertyKey[]] => [
        one,
        [...path, "definitions", number],
      ]),
    ];
    return places.flatMap(([{ data: name }, at]) =>
      name === undefined ? [] : [{ name, claim, path: [...at, "data"] }],
    );
  });
}

/** The last day of what a report knew; null for any. The vintages of trade are named by their months. */
function dayOf({ vintage, asOf }: VintageWish): string | null {
  return asOf ?? (vintage !== null && /^\d{4}-\d{2}$/.test(vintage) ? `${vintage}-31` : null);
}

/** A file without claims stands for a text, which may state anything. */
function asksShares({ claims, charts }: ClaimFile): boolean {
  const ofCharts = charts.flatMap((chart) => (chart.kind === "bars" ? [] : chart.lines));
  const asked = [...claims.flatMap(({ compute }) => compute ?? []), ...ofCharts];
  return asked.length === 0 || asked.some(({ metric }) => metric === "value-added");
}

/** Metrics of published shares and of input-output tables ask no records of trade. */
function isOfNoTrade(metric: string): boolean {
  return metric === "value-added" || isOfTable(metric);
}
