import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../errors.ts";

/** A folder for what does not fit into memory. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Makes a folder that is removed when the process ends or a signal ends it; or when asked. Those of
 * processes that could not, because they were killed, are removed first.
 * @throws InputError where it cannot be made.
 */
export function temporaryFolder(): TemporaryFolder {
  removeAbandoned(tmpdir());
  const random = Math.random().toString(36).slice(2);
  const path = join(tmpdir(), `${PREFIX}${process.pid}-${random}`);
  // In this order, so that no signal comes between.
  const forget = removeAtEnd(path);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    forget();
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(
      `temporary folder: ${tmpdir()}: cannot be written (${code ?? message}; set TMPDIR to a folder that can)`,
    );
  }
  const remove = () => {
    removeNow(path);
    forget();
  };
  return { path, remove };
}

/** Processes of other machines and containers may share the folder, and their numbers say nothing here. */
const PREFIX = `trade-metrics-${hostname().replace(/[^A-Za-z0-9.-]/g, "")}-`;

/** Removes the folders that this user's processes left behind when they were killed. */
function removeAbandoned(parent: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(parent);
  } catch {
    // What is wrong with it is said where the folder is made.
  }
  for (const name of names) {
    if (!name.startsWith(PREFIX)) continue;
    const [, id] = /^(\d+)-[a-z0-9]+$/.exec(name.slice(PREFIX.length)) ?? [];
    if (id === undefined || isRunning(Number(id))) continue;
    const path = join(parent, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() && stats.uid === userId()) removeNow(path);
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // One that belongs to somebody else is running too.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function userId(): number {
  return process.getuid?.() ?? 0;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/** What must not stay behind. */
const paths = new Set<string>();
let isListening = false;

/**
 * Sees to it that a file or folder is removed when the process ends, or when a signal ends it. Signals
 * wait for the event loop for as long as there is such a path; at all other times they end the process
 * at once, whatever it is computing.
 * @returns what says that the path may stay, or is gone.
 */
export function removeAtEnd(path: string): () => void {
  paths.add(path);
  listen();
  return () => {
    paths.delete(path);
    // A signal that came just now is still to be handled.
    void signalsHandled().then(listen);
  };
}

/** Waits until signals that have come are handled: the second turn polls for them in any case. */
export async function signalsHandled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Listens for the end while there is something to remove. */
function listen(): void {
  if (isListening === paths.size > 0) return;
  isListening = !isListening;
  const change = isListening ? "on" : "off";
  for (const signal of SIGNALS) process[change](signal, end);
  process[change]("exit", removeAll);
}

/** Removes everything and ends as if nobody had listened, even while other threads are at work. */
function end(signal: NodeJS.Signals): void {
  // A program that listens itself decides what its signals mean.
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  process.off(signal, end);
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const path of paths) removeNow(path);
}

function removeNow(path: string): void {
  // Another thread may be writing into the folder while it is removed.
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // The next process that needs such a folder tries again.
  }
}
