import { InputError } from "../../errors.ts";
import { bea } from "./bea.ts";
import { bls } from "./bls.ts";
import { censusApi } from "./census-api.ts";
import { censusCountry } from "./census-country.ts";
import { comtrade } from "./comtrade.ts";
import { eurostat } from "./eurostat.ts";
import { oecd } from "./oecd.ts";
import type { FetchedDataset, Publisher } from "./publisher.ts";
import { usitc } from "./usitc.ts";

/** Every publisher whose data can be fetched; another is one file and one line here. */
export const publishers: readonly Publisher[] = [
  censusCountry,
  censusApi,
  bea,
  oecd,
  bls,
  comtrade,
  eurostat,
  usitc,
];

/** A dataset with who publishes it. */
export interface Source {
  readonly publisher: Publisher;
  readonly dataset: FetchedDataset;
}

/** Every dataset that can be fetched. */
export function fetchedDatasets(all: readonly Publisher[] = publishers): readonly Source[] {
  return all.flatMap((publisher) => publisher.datasets.map((dataset) => ({ publisher, dataset })));
}

/** @throws InputError for an id that cannot be fetched. */
export function fetchedDataset(id: string, all: readonly Publisher[] = publishers): Source {
  const sources = fetchedDatasets(all);
  const found = sources.find(({ dataset }) => dataset.id === id);
  if (found !== undefined) return found;
  const ids = sources.map(({ dataset }) => dataset.id).join(", ");
  throw new InputError(
    `data update: "${id}" is no dataset that can be fetched (use ${ids})`,
    "A file that you have downloaded is added with trade-metrics data import FILE.",
  );
}
