import { InputError } from "../../errors.ts";
import type { RowSource } from "../files/row-source.ts";
import { columnIndex } from "../formats/header.ts";
import type { Rivals } from "./gathered.ts";
import type { Problem } from "./load.ts";
import { mendOfAll } from "./mend.ts";

const PLACES_SHOWN = 10;

/** The error for a run that bad rows stop: the first of them, and the next nine below it. */
export function problemsError(problems: readonly Problem[]): InputError {
  const [first, ...others] = problems;
  const shown = others.slice(0, PLACES_SHOWN - 1);
  const left = problems.length - 1 - shown.length;
  const lines = shown.map(({ place, message }) => `${place}: ${message}`);
  if (left > 0) lines.push(`and ${left} more`);
  if (!problems.some(({ isPart }) => isPart)) lines.push(whatToDo(problems));
  return new InputError(`${first!.place}: ${first!.message}`, lines.join("\n"));
}

/** The options that read what could not be read, where there are such; else what to do with the rows. */
function whatToDo(problems: readonly Problem[]): string {
  const mends = problems.flatMap(({ mend }) => mend ?? []);
  const options = mendOfAll(mends);
  if (options === null) return CORRECT;
  if (mends.length === problems.length) return `${options} reads all of them.`;
  const count = problems.length - mends.length;
  return `${options} reads all but ${count} of them. ${CORRECT}`;
}

const CORRECT = "Correct the rows, or leave them out with --skip-invalid.";

/** The error where only parts of a figure are there and no rule says which one is meant. */
export function rivalsError({
  collection,
}: {
  readonly collection: { readonly rivals: readonly Rivals[] };
}): InputError | null {
  const [first] = collection.rivals;
  if (!first) return null;
  const { earlier, place, part, key, period } = first;
  const option = (text: string) => `--where ${text.split(" ")[0]}`;
  return new InputError(
    `${place}: ${part} and ${earlier.place}: ${earlier.part} are parts of one figure (${key.partner}, ${key.flow}, ${key.product}, ${period}), and the whole is not there (use ${option(earlier.part)} or ${option(part)})`,
    `Parts may overlap. Where these do not and all of them are there, --add-up ${part.split("=")[0]} adds them.`,
  );
}

/** @throws InputError where a condition names a column that the table lacks. */
export function requireCondition(
  source: RowSource,
  header: readonly string[],
  column: string,
): void {
  if (columnIndex(header, column) >= 0) return;
  throw new InputError(
    `--where: ${source.name} has no column "${column}" (it has ${header.join(", ")})`,
  );
}
