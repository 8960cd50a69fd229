import { readFileSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { cannotRead } from "../../readable.ts";
import { fetchableText, planText, updateText } from "../../render/store.ts";
import { compiled } from "../../sources/fetched-vintages.ts";
import { type Keys, userKeys } from "../../store/fetching/keys.ts";
import type { Setting } from "../../store/fetching/parameters.ts";
import { planFetch } from "../../store/fetching/plan.ts";
import { type Update, updateDataset } from "../../store/fetching/update.ts";
import { storeFolder } from "../../store/keeping/folder.ts";
import { damageIn, setAside } from "../../store/keeping/mend.ts";
import { Store } from "../../store/keeping/store.ts";
import { fetchedDataset, fetchedDatasets, type Source } from "../../store/publishers/registry.ts";
import { writeReport } from "../commands/data/report.ts";
import type { UpdateCommandOptions } from "../commands/data/store.ts";
import { printError } from "../errors.ts";
import { host } from "../host.ts";
import { printWarnings, writeText } from "../output.ts";
import { storedFiles } from "../stored-vintages.ts";
import { inspectFetched } from "./inspect.ts";
import { waitingLine } from "./waiting-line.ts";

const EXIT_CANNOT_RUN = 2;
/** What a shell says of a command that was ended by Ctrl-C. */
const EXIT_INTERRUPTED = 130;

/** Fetches datasets, or shows what would be fetched. */
export async function update(ids: readonly string[], options: UpdateCommandOptions): Promise<void> {
  if (options.key !== undefined) {
    throw new InputError(
      "data update: keys are not given on the command line, where other users and the history of the shell see them",
      "Set the variable that data update --list names, or use the file of keys.",
    );
  }
  const keys = userKeys(host.env);
  if (options.list) return list(keys, options);
  const sources = ids.length > 0 ? ids.map((id) => fetchedDataset(id)) : standardSources(keys);
  if (options.set.length > 0 && ids.length !== 1) {
    throw new InputError("--set: which dataset? (name one: trade-metrics data update DATASET)");
  }
  const settings = options.set.map(settingOf);
  if (options.dryRun) {
    const today = new Date().toISOString().slice(0, 10);
    const plans = sources.map((source) => planFetch(source, settings, keys, today));
    return writeReport(plans, (all) => planText(all, keys.file), options.json);
  }
  await fetchAll(sources, settings, keys, options);
}

async function list(keys: Keys, { json }: UpdateCommandOptions): Promise<void> {
  const entries = fetchedDatasets().map(({ publisher, dataset }) => {
    const { key, terms, limits, address, read } = publisher.service;
    return {
      ...{ dataset: dataset.id, title: dataset.title, publisher: publisher.title, address },
      key: key && { variable: key.variable, page: key.page, found: keys.of(key) !== null },
      ...{ parameters: dataset.parameters, terms, limits, read },
    };
  });
  await writeReport(entries, (all) => fetchableText(all, keys.file), json);
}

/** The datasets that are fetched where none is named; those without a key are named and left out. */
function standardSources(keys: Keys): Source[] {
  const standard = fetchedDatasets().filter(({ dataset }) => dataset.standard);
  return standard.filter(({ publisher, dataset }) => {
    const { key } = publisher.service;
    const isMissing = key !== null && key.optional !== true && keys.of(key) === null;
    if (isMissing) {
      const message = `${dataset.id} is left out: ${publisher.title} wants a key in ${key.variable} (${key.page})`;
      printWarnings([{ code: "no-key", message }]);
    }
    return !isMissing;
  });
}

function settingOf(text: string): Setting {
  const at = text.indexOf("=");
  if (at < 1) throw new InputError("--set: expected name=value");
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (!value.startsWith("@")) return [name, value];
  try {
    return [name, readFileSync(value.slice(1), "utf8")];
  } catch (error) {
    throw cannotRead(`--set ${name}: ${value.slice(1)}`, error);
  }
}

/** One dataset after the other: what fails does not keep the others from being fetched. */
async function fetchAll(
  sources: readonly Source[],
  settings: readonly Setting[],
  keys: Keys,
  { json }: UpdateCommandOptions,
): Promise<void> {
  const store = new Store(storeFolder(host.env));
  await mend(store);
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const line = waitingLine();
  const done: Update[] = [];
  try {
    for (const source of sources) {
      const options = { store, keys, settings, signal: controller.signal, tell: line.tell };
      try {
        const one = await updateDataset(source, { ...options, inspect: inspectFetched });
        if (one.isNew && one.vintage.holds) await compiled(storedFiles(store, one.vintage));
        line.done();
        done.push(one);
        if (!json) await writeText(updateText(one), undefined);
      } catch (error) {
        line.done();
        if (controller.signal.aborted) throw error;
        if (!(error instanceof InputError) || sources.length === 1) throw error;
        printError(error.message, error.hint);
        host.exitCode = EXIT_CANNOT_RUN;
      }
    }
    if (json) await writeReport(done, () => "", json);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    printError("stopped (run the same command again: it goes on with what was fetched)");
    host.exitCode = EXIT_INTERRUPTED;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, stop);
  }
}

/** Damaged vintages are set aside first, so that they can be fetched again. */
async function mend(store: Store): Promise<void> {
  const damaged = await damageIn(store, true);
  if (damaged.length === 0) return;
  await setAside(store, damaged);
  printWarnings(
    damaged.map(({ name, what }) => ({
      code: "damaged",
      message: `${name} was damaged and is set aside: ${what}`,
    })),
  );
}
