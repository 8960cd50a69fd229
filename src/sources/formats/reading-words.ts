import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { faultOf, InputError } from "../../errors.ts";
import { issueWords } from "../../issue-words.ts";
import { cannotRead, refuseUnreadable, statOf } from "../../readable.ts";
import {
  type DeclaredReading,
  nothingDeclared,
  readingColumns,
  readingConstants,
} from "./declared-reading.ts";

/** How files are read, in the words of the command line. */
export interface ReadingWords {
  /** A file that says it. */
  readonly file: string | null;
  /** `ATTRIBUTE=COLUMN`. */
  readonly column: readonly string[];
  /** `ATTRIBUTE=TEXT`. */
  readonly constant: readonly string[];
  /** `TEXT=MEANING`. */
  readonly word: readonly string[];
  readonly decimal: "comma" | "point" | null;
  /** Lists with commas. */
  readonly marks: readonly string[];
  readonly headerLine: string | null;
  readonly addUp: readonly string[];
}

const text = z.union([z.string(), z.number()]).transform(String);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);
const attributes = (names: readonly string[]) =>
  z.partialRecord(z.enum(names as [string, ...string[]]), text);

const fileSchema = z.strictObject({
  columns: attributes(readingColumns).optional(),
  constants: attributes(readingConstants).optional(),
  words: z.record(z.string(), text).optional(),
  decimal: z.enum(["comma", "point"]).optional(),
  marks: texts.optional(),
  headerLine: text.optional(),
  addUp: texts.optional(),
  missing: texts.optional(),
});

/**
 * What a file and options say together; an option counts more than the file.
 * @throws InputError for a file that cannot be read or has unknown keys, and for an option without
 *   `=` or of an unknown attribute.
 */
export function readingOf(words: ReadingWords | undefined): DeclaredReading {
  if (!words) return nothingDeclared;
  const base = words.file === null ? nothingDeclared : readingFile(words.file);
  const marks = words.marks.flatMap((list) => list.split(",")).map((mark) => mark.trim());
  return {
    columns: { ...base.columns, ...pairs("--column", words.column, readingColumns) },
    constants: { ...base.constants, ...pairs("--constant", words.constant, readingConstants) },
    words: { ...base.words, ...pairs("--word", words.word, null) },
    decimal: words.decimal ?? base.decimal,
    marks: [...new Set([...base.marks, ...marks.filter((mark) => mark !== "")])],
    headerLine: words.headerLine ?? base.headerLine,
    addUp: [...base.addUp, ...words.addUp],
    missing: base.missing,
  };
}

function pairs(
  option: string,
  given: readonly string[],
  names: readonly string[] | null,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of given) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const known = names?.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    if (at < 1) {
      const form = names ? "ATTRIBUTE=NAME" : "TEXT=MEANING";
      throw new InputError(`${option}: "${pair}" has no "=" (use ${form})`);
    }
    if (names && !names.includes(known)) {
      throw new InputError(`${option}: "${name}" is not one of ${names.join(", ")}`);
    }
    found[known] = pair.slice(at + 1).trim();
  }
  return found;
}

function readingFile(path: string): DeclaredReading {
  let read: unknown;
  try {
    refuseUnreadable(statOf(path), path, path);
    read = parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof InputError) throw error;
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw cannotRead(path, error);
    throw new InputError(`${path}: not valid YAML: ${faultOf(error as Error)}`);
  }
  const parsed = fileSchema.safeParse(read ?? {}, { error: issueWords });
  if (parsed.success) return { ...nothingDeclared, ...withoutGaps(parsed.data) };
  const [issue] = parsed.error.issues;
  const at = issue!.path.length > 0 ? `${issue!.path.join(".")}: ` : "";
  throw new InputError(`${path}: ${at}${issue!.message}`);
}

function withoutGaps(data: z.infer<typeof fileSchema>): Partial<DeclaredReading> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
