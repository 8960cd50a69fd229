import { existsSync } from "node:fs";
import type { Command } from "commander";
import { findConfiguration } from "../configuration/find.ts";
import { InputError } from "../errors.ts";
import { loadMetric } from "../metrics/load.ts";
import { inputOptions, isNumber } from "../question/number-options.ts";

/** Options whose values say which data are asked for; numbers stand in their place. */
const ASK_FOR_DATA = new Set(["data", "partner", "period"]);
const CLAIMS = "claims";
const FROM_CONFIGURATION = "config";

/**
 * Gives a command the defaults of the nearest configuration file, for the options that it has and
 * that were not typed. A default that a command does not know, such as a format of answers for a
 * command that gives none, is left out. What an earlier call gave is taken back.
 * @returns where the configuration stands, or null where there is none.
 */
export async function applyConfiguration(command: Command): Promise<string | null> {
  const found = findConfiguration(process.cwd());
  takeBack(command);
  if (!found) return null;
  const { readConfiguration } = await import("../configuration/read.ts");
  const values: Record<string, unknown> = readConfiguration(found);
  const typed = (name: string) => command.getOptionValueSource(name) === "cli";
  const fromNumbers = await computesFromNumbers(command);
  const known = new Set(command.options.map((option) => option.attributeName()));
  for (const [name, value] of Object.entries(values)) {
    if (!known.has(name) || typed(name)) continue;
    if (fromNumbers && ASK_FOR_DATA.has(name)) continue;
    if (name === "period" && typed("to")) continue;
    if (["format", "template"].includes(name) && answersOtherwise(typed)) continue;
    const choices = command.options.find((one) => one.attributeName() === name)?.argChoices;
    if (choices && !choices.includes(String(value))) continue;
    command.setOptionValueWithSource(name, value, FROM_CONFIGURATION);
  }
  if (takesClaims(command) && command.args.length === 0 && !typed("list")) {
    await applyClaims(command, values.claims as string | undefined, found.place);
  }
  return found.place;
}

function takesClaims(command: Command): boolean {
  return command.registeredArguments.some((argument) => argument.name() === CLAIMS);
}

/** The claim file that is meant where none was named. */
async function applyClaims(command: Command, name: string | undefined, place: string) {
  const { embeddedReports } = await import("../sources/embedded/reports.ts");
  if (name !== undefined && !existsSync(name) && !embeddedReports().includes(name)) {
    throw new InputError(
      `${place}: ${CLAIMS}: there is no file "${name}", and no embedded report of that id (use ${embeddedReports().join(", ")})`,
    );
  }
  command.setOptionValueWithSource(CLAIMS, name, FROM_CONFIGURATION);
}

function takeBack(command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== FROM_CONFIGURATION) continue;
    command.setOptionValueWithSource(name, option.defaultValue, "default");
  }
}

/** How the answer is to be written was typed in another way. */
function answersOtherwise(typed: (name: string) => boolean): boolean {
  return typed("json") || typed("template") || typed("format");
}

/** Whether numbers were typed in place of data. */
async function computesFromNumbers(command: Command): Promise<boolean> {
  const options = command.opts();
  if (options.values !== undefined) return true;
  const { valueAddedMetric } = await import("../metrics/value-added-shares.ts");
  const numbers = (await loadMetric(command.name())) ?? valueAddedMetric;
  return inputOptions(numbers).some(({ name }) => isNumber(options[name]));
}
