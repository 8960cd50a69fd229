import { aggregates } from "../partners/aggregates.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import type { PartnerGroup } from "../partners/groups.ts";
import type { Warning } from "../warning.ts";
import { type AskedRecords, allRecords } from "./asked.ts";
import { codesAsked } from "./asked-codes.ts";
import type { TradeDataset } from "./dataset.ts";
import { countries } from "./embedded/embedded.ts";
import { harmonizedSystem } from "./embedded/harmonized-system.ts";
import { recordsAcross } from "./engines/records-across.ts";
import { keptDataset } from "./records/kept-dataset.ts";
import { KeptSeries } from "./records/kept-series.ts";
import { unpackColumns } from "./records/packed-columns.ts";
import { unlistedFlows } from "./records/unlisted-flows.ts";

/** What is kept of files beside their records. */
export interface CompiledAbout
  extends Pick<TradeDataset, "description" | "rejected" | "recordsRead"> {
  readonly partners: readonly Pick<Partner, "code" | "name" | "kind">[];
  /** Whether all that was traded is listed, so that what is not listed is zero. */
  readonly isFull: boolean;
  readonly hasEditions: boolean;
  readonly kinds: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Files that were opened from what was kept of them. */
export interface CompiledFiles {
  readonly dataset: TradeDataset;
  /** The kinds of figures that they hold. */
  readonly kinds: readonly string[];
  readonly warnings: readonly Warning[];
}

/** What a question needs, as for files. */
export interface CompiledOptions {
  readonly asked?: AskedRecords;
  readonly groups?: readonly PartnerGroup[];
}

/** Opens files from the bytes that `compileFiles` made of them: the same dataset. */
export function openCompiledFiles(bytes: Uint8Array, options: CompiledOptions): CompiledFiles {
  const { columns, about: kept } = unpackColumns<CompiledAbout>(bytes);
  const { description, rejected, recordsRead, isFull, hasEditions, kinds, warnings } = kept;
  const known = new Map([...countries(), ...aggregates].map((one) => [one.code, one]));
  const partners = kept.partners.map((one) => known.get(one.code) ?? { ...one, aliases: [] });
  // The records of one reporter are those asked for.
  const isNarrowed = isFull || columns.words.reporters.things.length > 1;
  const directory = new PartnerDirectory([...known.values()], options.groups);
  const asked = isNarrowed ? codesAsked(options, directory) : allRecords;
  const about = { description, partners, rejected, recordsRead, leavesOut: false };
  const dataset = keptDataset(columns, asked.reporter, about);
  const across =
    asked.acrossPartners && isFull
      ? recordsAcross(new KeptSeries(columns, null).each(), asked, directory)
      : null;
  return {
    dataset: {
      ...dataset,
      ...(isFull && { unlisted: unlistedFlows(dataset) }),
      ...(across && { acrossPartners: across }),
      filter: "",
      ...(hasEditions && { relations: harmonizedSystem() }),
    },
    ...{ kinds, warnings },
  };
}
