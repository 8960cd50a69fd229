import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Answer } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { type Paint, plain, terminalPaint } from "../render/paint.ts";
import { formats } from "../render/renderer.ts";
import { safeText } from "../render/safe-text.ts";
import type { Warning } from "../warning.ts";
import type { AnswerOptions } from "./options.ts";

const DEFAULT_WIDTH = 80;

/** Renders an answer and writes it where it belongs: the result to standard output or a file. */
export async function writeAnswer(answer: Answer, options: AnswerOptions): Promise<void> {
  const id = options.json ? "json" : options.format;
  const format = formats.find((one) => one.id === id)!;
  const renderer = await format.load();
  const text = await renderer.render(answer, {
    digits: options.digits ?? null,
    ...(await terminal(options)),
    chart: options.chart ?? false,
    chartKind: options.chartKind ?? null,
  });
  if (!format.carriesWarnings) printWarnings(answer.result.warnings);
  writeText(text, options.output);
}

/** How the text may look where it goes: the colours and the width of the terminal. */
export async function terminal(options: {
  readonly color: boolean;
  readonly output?: string;
}): Promise<{ paint: Paint; width: number }> {
  const coloured = options.output === undefined && useColour(options.color);
  return {
    paint: coloured ? await terminalPaint() : plain,
    width: process.stdout.columns || DEFAULT_WIDTH,
  };
}

/** Writes text to standard output, or to a file that appears only when it is whole. */
export function writeText(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  const partial = join(dirname(file), `.${basename(file)}.${process.pid}.partial`);
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`--output: ${file}: cannot be written (${code ?? message})`);
  }
}

/** Adds text to the end of a file that others may write to as well. */
export function appendText(text: string, file: string, name: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`${name}: ${file}: cannot be written (${code ?? message})`);
  }
}

export function printWarnings(warnings: readonly Warning[]): void {
  for (const { message } of warnings) process.stderr.write(`warning: ${safeText(message)}\n`);
}

/** Colour for a person at a terminal, unless the environment or an option says no. */
function useColour(color: boolean): boolean {
  const { env, stdout } = process;
  if (!color || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return false;
  if ((env.FORCE_COLOR ?? "") !== "") return env.FORCE_COLOR !== "0";
  return stdout.isTTY === true;
}
