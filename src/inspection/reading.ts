import { stringify } from "yaml";
import { InputError } from "../errors.ts";
import { type DeclaredReading, nothingDeclared } from "../sources/formats/declared-reading.ts";
import { readingOf } from "../sources/formats/reading-words.ts";
import { UnreadTable } from "../sources/formats/unknown-layout.ts";
import { type FileOptions, withFiles } from "../sources/open-files.ts";

/**
 * How files are read, as the text of a YAML file: as the options say or, where these say nothing, as
 * the columns of a file in no known format suggest.
 * @throws InputError where there is nothing to keep.
 */
export async function readingToKeep(
  names: readonly string[],
  options: FileOptions,
): Promise<string> {
  const declared = readingOf(options.reading);
  try {
    await withFiles(names, options, async () => {});
  } catch (error) {
    if (!(error instanceof UnreadTable) || error.reading === null) throw error;
    return yamlOf(merged(error.reading, declared));
  }
  if (JSON.stringify(declared) !== JSON.stringify(nothingDeclared)) return yamlOf(declared);
  throw new InputError("--save-reading: the format of the file says how it is read (leave it out)");
}

/** What is declared counts more than what is proposed. */
function merged(proposed: DeclaredReading, declared: DeclaredReading): DeclaredReading {
  const taken = new Set(Object.values(declared.columns));
  const free = Object.entries(proposed.columns).filter(
    ([what, name]) => declared.constants[what] === undefined && !taken.has(name),
  );
  const kept = Object.entries(proposed.constants).filter(
    ([what]) => declared.columns[what] === undefined,
  );
  return {
    columns: { ...Object.fromEntries(free), ...declared.columns },
    constants: { ...Object.fromEntries(kept), ...declared.constants },
    words: { ...proposed.words, ...declared.words },
    decimal: declared.decimal ?? proposed.decimal,
    marks: [...new Set([...proposed.marks, ...declared.marks])],
    headerLine: declared.headerLine ?? proposed.headerLine,
    addUp: declared.addUp,
    missing: [...new Set([...proposed.missing, ...declared.missing])],
  };
}

function yamlOf(reading: DeclaredReading): string {
  // A line is a number in YAML, and lines such as 3-4 a text.
  const { headerLine, ...others } = reading;
  const line = headerLine === null || headerLine.includes("-") ? headerLine : Number(headerLine);
  const said = Object.entries({ ...others, headerLine: line }).filter(([, value]) => {
    if (value === null) return false;
    return typeof value !== "object" || Object.keys(value).length > 0;
  });
  return stringify(Object.fromEntries(said));
}
