import type { FetchPlan } from "../store/fetching/plan.ts";
import type { Update } from "../store/fetching/update.ts";
import type { PrunePlan } from "../store/keeping/prune.ts";
import type { Added } from "../store/keeping/store.ts";
import type { StoredVintage } from "../store/keeping/vintage.ts";
import type { Limit, Parameter } from "../store/publishers/publisher.ts";
import type { DatasetStatus, StoreStatus, VintageStatus } from "../store/status.ts";
import { formatNumber } from "./figures.ts";
import { safeText } from "./safe-text.ts";

const SHOWN = 12;

/** A dataset that can be fetched, and on which terms. */
export interface Fetchable {
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly key: {
    readonly variable: string;
    readonly page: string;
    readonly found: boolean;
  } | null;
  readonly parameters: readonly Parameter[];
  readonly terms: string;
  readonly limits: readonly Limit[];
  /** The day on which all this was read. */
  readonly read: string;
}

/** What can be fetched. */
export function fetchableText(all: readonly Fetchable[], keyFile: string): string {
  const blocks = all.map(({ dataset, title, publisher, key, parameters, terms, limits, read }) => [
    `${dataset}: ${title}`,
    `  publisher   ${publisher}`,
    `  key         ${key === null ? "none needed" : `${key.variable} (${key.found ? "found" : "not set"}; ${key.page})`}`,
    `  limits      ${limits.map(limitText).join(", ")} (read on ${read})`,
    `  terms       ${terms}`,
    ...parameters.map(
      ({ name, title: meaning, usual }, index) =>
        `  ${index === 0 ? "parameters" : "          "}  ${name}: ${meaning} (${usual === null ? "required" : `default: ${usual}`})`,
    ),
    "",
  ]);
  return textOf([
    ...blocks.flat(),
    `Keys are read from the environment, or from ${keyFile}:`,
    '  { "CENSUS_API_KEY": "…" }',
    "",
  ]);
}

function limitText({ calls, seconds }: Limit): string {
  const spans: readonly [number, string][] = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ];
  const [length, span] = spans.find(([length]) => seconds % length === 0)!;
  const count = seconds / length;
  return `${calls} ${calls === 1 ? "call" : "calls"} every ${count === 1 ? span : `${count} ${span}s`}`;
}

/** The requests of a dry run. */
export function planText(plans: readonly FetchPlan[], keyFile: string): string {
  const blocks = plans.map(({ dataset, publisher, requests, key, seconds }) => [
    `${dataset}: ${requests.length} ${requests.length === 1 ? "request" : "requests"} to ${publisher}${seconds < 1 ? "" : `, at least ${spanText(seconds)}`}`,
    ...(key === null ? [] : [`  key from ${key.variable}: ${keyState(key, keyFile)}`]),
    ...requests.slice(0, SHOWN).map(({ method, url }) => `  ${method} ${url}`),
    ...(requests.length > SHOWN ? [`  and ${requests.length - SHOWN} more (all with --json)`] : []),
    "",
  ]);
  return textOf([...blocks.flat(), "Nothing was sent.", ""]);
}

function keyState({ found, optional }: NonNullable<FetchPlan["key"]>, keyFile: string): string {
  if (found) return "found";
  return optional ? "not set, and not needed" : `not set (export it, or add it to ${keyFile})`;
}

function spanText(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} seconds`;
  return seconds < 7200
    ? `${Math.ceil(seconds / 60)} minutes`
    : `${Math.ceil(seconds / 3600)} hours`;
}

/** What a fetch has brought, in a line or two. */
export function updateText({ vintage, isNew, before, resumed, nothing }: Update): string {
  const { dataset } = vintage;
  if (!isNew) return textOf([`${dataset}: nothing newer than ${vintageText(vintage)}`, ""]);
  const notes = [
    before === null ? "" : `before: ${vintageText(before)}`,
    resumed > 0 ? `${resumed} answer${resumed === 1 ? "" : "s"} kept from the run before` : "",
    nothing > 0 ? `${nothing} of the requests found nothing, such as months not published yet` : "",
  ].filter((note) => note !== "");
  return textOf([
    `${dataset}: new ${vintageText(vintage)}${holdsText(vintage)}`,
    ...notes.map((note) => `  ${note}`),
    "",
  ]);
}

/** What an import has added. */
export function importText({ vintage, isNew }: Added): string {
  const { dataset } = vintage;
  if (!isNew)
    return textOf([`${dataset}: these bytes are there already: ${vintageText(vintage)}`, ""]);
  return textOf([`${dataset}: added ${vintageText(vintage)}${holdsText(vintage)}`, ""]);
}

function vintageText({ vintage, released, releasedFrom }: StoredVintage): string {
  const day =
    releasedFrom === "day it was fetched" ? `fetched ${released}` : `released ${released}`;
  return `vintage ${vintage} (${day})`;
}

function holdsText({ holds }: StoredVintage): string {
  if (holds === null) return "";
  return `, ${holds.first} to ${holds.last}, ${formatNumber(holds.figures, 0)} figures`;
}

/** What there is, how old it is, and what changed. */
export function statusText({ folder, datasets, damaged, unfinished }: StoreStatus): string {
  return textOf([
    ...datasets.flatMap(datasetLines),
    ...damaged.map(
      ({ name, what }) =>
        `damaged: ${name}: ${what} (data update sets it aside; data prune removes it)`,
    ),
    ...unfinished.map(
      (id) => `unfinished: ${id} (trade-metrics data update ${id} goes on with it)`,
    ),
    `Stored vintages are in ${folder}`,
    "",
  ]);
}

function datasetLines(dataset: DatasetStatus): string[] {
  const old = oldDataLine(dataset);
  return [
    `${dataset.id}: ${dataset.title}`,
    ...dataset.vintages.map((one) => `  ${vintageLine(one)}`),
    ...(old === null ? [] : [`  ${old}`]),
    "",
  ];
}

/** Where a dataset ends, and how newer data are had; null where it is not old. */
export function oldDataLine({ id, vintages, isOld }: DatasetStatus): string | null {
  if (!isOld) return null;
  const newest = vintages.at(-1)!;
  const ends = newest.last === null ? "" : ` ends ${newest.last}`;
  return `${id}${ends} (vintage ${newest.vintage}); newer data: trade-metrics data update ${id}`;
}

function vintageLine({
  vintage,
  kept,
  released,
  age,
  first,
  last,
  bytes,
  change,
}: VintageStatus): string {
  return [
    `${vintage ?? "no vintage"}`.padEnd(12) + kept.padEnd(9),
    first === null ? "" : `${first} to ${last}`,
    released === null ? "" : `released ${released}`,
    age === null ? "" : `${released === null ? "about " : ""}${ageText(age)} old`,
    bytes === null ? "" : sizeText(bytes),
    change === null ? "" : changeText(change),
  ]
    .filter((part) => part !== "")
    .join(", ")
    .replace(/^([^,]*), /, "$1 ");
}

function changeText({ last, figures }: NonNullable<VintageStatus["change"]>): string {
  const sign = figures < 0 ? "-" : "+";
  const count = `${sign}${formatNumber(Math.abs(figures), 0)} figures`;
  return last === null ? count : `${count}, ended ${last[0]} before`;
}

function ageText(days: number): string {
  if (days < 60) return `${days} ${days === 1 ? "day" : "days"}`;
  return days < 730 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365)} years`;
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${formatNumber(bytes / 1e6, 1)} MB`;
}

/** What pruning removes. */
export function pruneText({ vintages, spared, files, bytes }: PrunePlan, isDry: boolean): string {
  const verb = isDry ? "would remove" : "removed";
  if (vintages.length + files.length + spared.length === 0) return "Nothing to remove.\n";
  return textOf([
    ...vintages.map(({ dataset, vintage }) => `${verb} ${dataset} ${vintage}`),
    ...spared.map(
      ({ dataset, vintage }) => `kept ${dataset} ${vintage}: the project's lock file pins it`,
    ),
    `${verb} ${files.length} ${files.length === 1 ? "file" : "files"}, ${sizeText(bytes)}`,
    "",
  ]);
}

function textOf(lines: readonly string[]): string {
  return lines.map(safeText).join("\n");
}
