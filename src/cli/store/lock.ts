import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { findConfiguration } from "../../configuration/find.ts";
import { InputError } from "../../errors.ts";
import { lockReportText } from "../../render/project-lock.ts";
import {
  findLock,
  lockDifferences,
  lockOrRefuse,
  type Pin,
  type ProjectLock,
  writeLock,
} from "../../store/project-lock.ts";
import { lockPath } from "../../store/project-lock-path.ts";
import { writeReport } from "../commands/data/report.ts";
import type { LockCommandOptions } from "../commands/data/store.ts";
import { host } from "../host.ts";
import { withHashes } from "../pinned.ts";
import { runVerify } from "../verify.ts";

/** What there is differs from what is pinned. */
const EXIT_DIFFERS = 1;

/** Pins the data that claims use, or says what differs from the pins. */
export async function lockProject(
  named: readonly string[],
  options: LockCommandOptions,
): Promise<void> {
  if (options.update && options.frozen) {
    throw new InputError("data lock: --update and --frozen exclude each other");
  }
  const found = options.frozen ? lockOrRefuse(process.cwd()) : findLock(process.cwd());
  const folder = projectFolder(found?.path);
  const claims = claimFiles(named, options, found?.lock, folder);
  const today = await lockOf(claims, folder);
  const path = found?.path ?? lockPath(folder);
  const before = found?.lock ?? { data: [], figures: {} };
  const differences = lockDifferences(before, today);
  const differs = differences.data.length > 0 || differences.figures.length > 0;
  const writes = (found === null || options.update === true) && !options.dryRun;
  const report = { path, isNew: found === null, written: writes, pins: today.data, ...differences };
  await writeReport(report, lockReportText, options.json);
  if (writes) writeLock(path, today);
  else if (differs && !options.dryRun) host.exitCode = EXIT_DIFFERS;
}

function projectFolder(lock: string | undefined): string {
  if (lock !== undefined) return dirname(lock);
  return findConfiguration(process.cwd())?.folder ?? process.cwd();
}

/** The claims that were named, else those that are locked already, else those of the configuration. */
function claimFiles(
  named: readonly string[],
  { claims }: LockCommandOptions,
  lock: ProjectLock | undefined,
  folder: string,
): readonly string[] {
  if (named.length > 0) return named;
  const locked = Object.keys(lock?.figures ?? {});
  if (locked.length > 0) {
    return locked.map((name) => (existsSync(resolve(folder, name)) ? resolve(folder, name) : name));
  }
  if (claims !== undefined) return [claims];
  throw new InputError(
    "data lock: which claims? (name a claim file or an embedded report: trade-metrics data lock claims.yaml)",
  );
}

/** What the claims use and compute to today. */
async function lockOf(claims: readonly string[], folder: string): Promise<ProjectLock> {
  const pins = new Map<string, Pin>();
  const figures: Record<string, Record<string, number | null>> = {};
  for (const name of claims) {
    const { report } = await runVerify(name, { data: [], frozen: false });
    const key = existsSync(name) ? relative(folder, resolve(name)).split(sep).join("/") : name;
    figures[key] = Object.fromEntries(report.claims.map(({ id, computed }) => [id, computed]));
    for (const pin of await withHashes(report.datasets)) pins.set(`${pin.id} ${pin.vintage}`, pin);
  }
  return { data: [...pins.values()], figures };
}
