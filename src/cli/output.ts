import { appendFileSync } from "node:fs";
import type { Answer } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { type Paint, plain, terminalPaint } from "../render/paint.ts";
import type { Rendered } from "../render/pieces.ts";
import { formats } from "../render/renderer.ts";
import { safeText } from "../render/safe-text.ts";
import { shortened } from "../shortened.ts";
import type { Warning } from "../warning.ts";
import { isColoured, label } from "./colour.ts";
import { host } from "./host.ts";
import { longTableHint } from "./long-table.ts";
import type { AnswerOptions } from "./options.ts";
import { clearLine } from "./progress.ts";
import { screenWidth } from "./screen.ts";

/** What a policy forbids was found: a value is null under --strict. */
const EXIT_FORBIDDEN = 1;

/** Renders an answer and writes it where it belongs: the result to standard output or a file. */
export async function writeAnswer(full: Answer, options: AnswerOptions): Promise<void> {
  const format = formats.find(({ id }) => id === (options.json ? "json" : options.format))!;
  const template = usedTemplate(options);
  const answer = await selected(full, template === null ? format.id : "template", options);
  const renderer = template === null ? await format.load() : await loadTemplate(template);
  const text = await renderer.render(answer, {
    digits: options.digits ?? null,
    ...(await terminal(options)),
    chart: options.chart ?? false,
    chartKind: options.chartKind ?? null,
  });
  if (template !== null || !format.carriesWarnings) printWarnings(answer.result.warnings);
  await writeText(text, options.output);
  const isShown = template === null && format.id === "table" && options.output === undefined;
  const { rows } = full.result;
  const lines = typeof text === "string" ? text.split("\n").length : rows.length;
  const hint = isShown ? longTableHint(lines, rows.length, host.stdout) : null;
  if (hint !== null) printAside(hint);
  if (options.strict && (rows.length === 0 || rows.some(({ value }) => value === null))) {
    host.exitCode = EXIT_FORBIDDEN;
  }
  if (options.debug) printDebug(dataLines(full));
}

/** A template takes the place of the table; any other format was asked for by name. */
function usedTemplate({ json, template, format }: AnswerOptions): string | null {
  return template !== undefined && !json && format === "table" ? template : null;
}

async function loadTemplate(template: string) {
  const { templateRenderer } = await import("../render/template.ts");
  return templateRenderer(template);
}

async function selected(answer: Answer, format: string, { fields }: AnswerOptions) {
  if (fields === undefined) return answer;
  if (["svg", "template"].includes(format)) {
    throw new InputError(`--fields: ${format} takes its fields itself (leave --fields out)`);
  }
  const { withFields } = await import("../render/fields.ts");
  return withFields(
    answer,
    fields.split(",").map((name) => name.trim()),
  );
}

function dataLines({ result }: Answer): string[] {
  const used = result.data.map(
    ({ id, vintage, rows }) => `data ${id}, vintage ${vintage}, ${rows.used} of ${rows.read} rows`,
  );
  return [`parameters ${JSON.stringify(result.parameters)}`, ...used];
}

/** What was decided, on standard error. */
export function printDebug(lines: readonly string[]): void {
  clearLine();
  for (const line of lines) host.stderr.write(`debug: ${safeText(line)}\n`);
}

/** How the text may look where it goes: the colours and the width of the terminal. */
export async function terminal(options: {
  readonly color: boolean;
  readonly output?: string;
}): Promise<{ paint: Paint; width: number }> {
  const coloured = options.color && options.output === undefined && isColoured(host.stdout);
  return {
    paint: coloured ? await terminalPaint() : plain,
    width: screenWidth(),
  };
}

/**
 * Writes text to standard output, or to a file as `writeFile` does.
 * @throws InputError where the file cannot be written.
 */
export async function writeText(text: Rendered, file: string | undefined): Promise<void> {
  clearLine();
  if (file === undefined) {
    for (const piece of typeof text === "string" ? [text] : text) {
      host.stdout.write(piece);
      await host.stdout.drained?.();
    }
    return;
  }
  const { writeFile } = await import("./write-file.ts");
  try {
    writeFile(file, text);
  } catch (error) {
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
  clearLine();
  for (const { message } of warnings)
    printAside(`${label("warning")} ${safeText(shortened(message))}`);
}

/** What is of use to a person at a terminal, beside the answer. */
export function printNotes(notes: readonly string[]): void {
  for (const note of notes) printAside(`${label("note")} ${safeText(note)}`);
}

/** A line beside the result, on standard error; none where the run is to be quiet. */
export function printAside(line: string): void {
  if (!host.isQuiet) host.stderr.write(`${line}\n`);
}
