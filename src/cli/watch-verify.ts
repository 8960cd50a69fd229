import type { Command } from "commander";
import { readClaimFile } from "../claims/file/read.ts";
import { dataOf } from "../claims/sources.ts";
import { configurationFiles } from "../configuration/find.ts";
import { InputError } from "../errors.ts";
import { safeText } from "../render/safe-text.ts";
import { embeddedCatalog } from "../sources/embedded/embedded.ts";
import { embeddedReports } from "../sources/embedded/reports.ts";
import { STANDARD_INPUT } from "../sources/files/open-file.ts";
import { applyConfiguration } from "./defaults.ts";
import { printError } from "./errors.ts";
import { FileWatcher } from "./file-watcher.ts";
import { host } from "./host.ts";
import { readClaims, type VerifyRequest } from "./verify.ts";
import { isDocument, refuseClaimOptions } from "./verify-document.ts";

interface WatchedRequest extends VerifyRequest {
  readonly output?: string;
}

/**
 * Verifies a claim file, and again whenever the file, the data and the text that it is held against
 * or the configuration changes. What cannot be used is said, and the next change waited for. It
 * ends when it is interrupted: no state of the terminal is changed, so there is none to restore.
 * @param run one verification, with the options as they are then.
 * @throws InputError where there is nothing to watch, or the claim file cannot be read at first.
 */
export async function watchVerify<Request extends WatchedRequest>(
  name: string,
  command: Command,
  run: (options: Request) => Promise<unknown>,
): Promise<never> {
  refuse(name, command.opts());
  readClaims(name);
  const watcher = new FileWatcher(command.opts<Request>().output);
  let files: readonly string[] = [];
  for (;;) {
    clearScreen();
    const isConfigured = await succeeds(() => applyConfiguration(command));
    files = filesOf(name, command.opts(), files);
    watcher.watch([...files, ...configurationFiles(process.cwd())]);
    if (isConfigured) await succeeds(() => run(command.opts()));
    host.stderr.write(`watching ${safeText(files.join(", "))} (Ctrl-C ends)\n`);
    await watcher.changed();
  }
}

/** Says what cannot be used, in place of ending. */
async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    printError(error.message, error.hint);
    return false;
  }
}

function refuse(name: string, request: WatchedRequest): void {
  if ([name, request.text, ...request.data].includes(STANDARD_INPUT)) {
    throw new InputError("--watch: standard input does not change (name a file)");
  }
  if (isDocument(name)) refuseClaimOptions({ ...request });
  if (isEmbedded(name) && request.text === undefined && request.data.every(isEmbeddedData)) {
    throw new InputError(
      `--watch: ${name} is embedded and does not change (name a claim file, or --data FILE or --text FILE)`,
    );
  }
}

/** The files that a verification reads; those of before where the claim file cannot be read now. */
function filesOf(name: string, request: WatchedRequest, before: readonly string[]): string[] {
  const named = [
    ...(isEmbedded(name) ? [] : [name]),
    ...request.data,
    ...(request.text === undefined ? [] : [request.text]),
  ];
  const all = [...named, ...(dataOfClaims(name) ?? before)];
  return [...new Set(all)].filter((file) => !isEmbeddedData(file));
}

function dataOfClaims(name: string): string[] | null {
  try {
    const { file, text } = readClaims(name);
    return dataOf(readClaimFile(text, file).file);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function isEmbedded(name: string): boolean {
  return embeddedReports().includes(name);
}

function isEmbeddedData(name: string): boolean {
  return embeddedCatalog().some(({ id }) => id === name);
}

/** A screen shows one outcome at a time; what is read by a program is left whole. */
function clearScreen(): void {
  if (host.stdout.isTTY && host.env.TERM !== "dumb") host.stdout.write("\u001b[H\u001b[2J");
}
