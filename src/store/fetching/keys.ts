import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { InputError } from "../../errors.ts";
import { settingsFolder } from "../keeping/folder.ts";
import type { KeyUse } from "../publishers/publisher.ts";

/** The environment variable that names another file of keys. */
const VARIABLE = "TRADE_METRICS_KEYS";
/** Shorter keys are given by no publisher, and could not be cut out of answers. */
const SHORTEST = 8;

/** The user's keys. They are never printed, and never leave this room but in a request. */
export interface Keys {
  /** The key of a service; null where there is none. */
  of(use: KeyUse): string | null;
  /** The file in which keys may stand. */
  readonly file: string;
}

/**
 * Keys from the environment and, where it has none, from a JSON file of the same names. The file is
 * outside the project, where nobody commits it by mistake, and only its owner may read it.
 * @throws InputError where the file cannot be used. No error repeats what stands in it.
 */
export function userKeys(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Keys {
  const named = env[VARIABLE];
  const file = named ? resolve(cwd, named) : join(settingsFolder(), "keys.json");
  if (named) refuseWithin(file, cwd);
  let inFile: Readonly<Record<string, unknown>> | null = null;
  return {
    file,
    of({ variable }) {
      const own = env[variable]?.trim();
      if (own) return checked(own, variable);
      inFile ??= keysIn(file, named !== undefined && named !== "");
      const value = inFile[variable];
      if (value === undefined) return null;
      if (typeof value !== "string") throw new InputError(`${file}: ${variable}: expected text`);
      return checked(value.trim(), `${file}: ${variable}`);
    },
  };
}

function checked(key: string, place: string): string {
  if (key.length < SHORTEST || /[^\x21-\x7e]/.test(key)) {
    throw new InputError(
      `${place}: is no key (expected at least ${SHORTEST} characters without spaces)`,
    );
  }
  return key;
}

function keysIn(file: string, mustExist: boolean): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) {
    if (mustExist) throw new InputError(`${VARIABLE}: ${file}: no such file`);
    return {};
  }
  const isShared = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  if (isShared) {
    throw new InputError(`${file}: other users can read the keys (use chmod 600 ${file})`);
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    content = null;
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new InputError(
      `${file}: expected a JSON object of names and keys: { "CENSUS_API_KEY": "…" }`,
    );
  }
  return content as Record<string, unknown>;
}

/** A file of keys within the project could be committed with it. */
function refuseWithin(file: string, cwd: string): void {
  for (let folder = resolve(cwd); folder !== dirname(folder); folder = dirname(folder)) {
    const isProject = ["trade-metrics.json", "package.json", ".git"].some((name) =>
      existsSync(join(folder, name)),
    );
    if (!isProject) continue;
    const inside = relative(folder, file);
    if (inside === ".." || inside.startsWith(`..${sep}`)) return;
    throw new InputError(
      `${VARIABLE}: ${file} is in the project ${folder}, where it could be published (move it elsewhere)`,
    );
  }
}
