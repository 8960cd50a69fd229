import { PartnerDirectory } from "../partners/directory.ts";
import { countries, embeddedCatalog, openEmbeddedShares } from "../sources/embedded/embedded.ts";
import { type OpenSources, openSources } from "../sources/open.ts";
import type { SharesDataset } from "../sources/shares.ts";
import type { ClaimFile } from "./file/schema.ts";

/** Every dataset that the claims of a file may ask, open. */
export interface ClaimSources {
  /** The datasets named in a claim; for null, those of the command line or the embedded ones. */
  of(data: string | null): OpenSources;
  readonly shares: SharesDataset;
  /** The names of the areas of published shares. */
  areas(): PartnerDirectory;
}

const SHARES = "tiva-shares";

/** Opens all data that the claims name, and what the command line names in place of the default. */
export async function openClaimSources(
  file: ClaimFile,
  data: readonly string[],
): Promise<ClaimSources> {
  const open = (names: readonly string[]) =>
    openSources({ data: names, as: null, where: [], missing: [], skipInvalid: false });
  const opened = new Map<string | null, OpenSources>([[null, await open(data)]]);
  const alternatives = embeddedCatalog().filter(({ kind }) => kind === "trade");
  const named = file.claims.flatMap(({ compute }) => [
    ...(compute?.data ? [compute.data] : []),
    ...(compute?.definitions ?? []).flatMap((one) => (one.data ? [one.data] : [])),
  ]);
  for (const name of new Set([...named, ...alternatives.map(({ id }) => id)])) {
    opened.set(name, await open([name]));
  }
  let shares: SharesDataset | null = null;
  let areas: PartnerDirectory | null = null;
  const sharesOf = () => {
    shares ??= openEmbeddedShares(SHARES);
    return shares;
  };
  return {
    of: (name) => opened.get(name)!,
    get shares() {
      return sharesOf();
    },
    areas() {
      areas ??= new PartnerDirectory([...countries(), ...sharesOf().areas]);
      return areas;
    },
  };
}
