import { isAbsolute } from "node:path";
import envPaths from "env-paths";
import { InputError } from "../../errors.ts";

/** The environment variable that names another folder for the store. */
const VARIABLE = "TRADE_METRICS_STORE";

/** The user's folder for fetched data, as the system wants it, or the one that was named. */
export function storeFolder(env: NodeJS.ProcessEnv = process.env): string {
  const named = env[VARIABLE];
  if (named === undefined || named === "") return envPaths("trade-metrics", { suffix: "" }).data;
  if (isAbsolute(named)) return named;
  throw new InputError(`${VARIABLE}: expected a whole path, got "${named}"`);
}

/** The user's folder for settings, where the file of keys is. */
export function settingsFolder(): string {
  return envPaths("trade-metrics", { suffix: "" }).config;
}
