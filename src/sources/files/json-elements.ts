import { InputError } from "../../errors.ts";
import { parsedLine } from "./json.ts";
import { DocumentParser, LONGEST_VALUE, type TakeElement } from "./json-document.ts";
import { notJson, ONLY_LIST } from "./json-lists.ts";
import { chunksOf, type NamedFile } from "./plain-text.ts";
import type { Progress } from "./progress.ts";

/**
 * Hands over the elements of a JSON file one by one, of which only one is in memory at a time.
 * @param settle waited for after each piece of the file, so that what was taken can be written.
 * @throws InputError where it is not valid JSON.
 */
export async function readElements(
  file: NamedFile,
  kind: "json" | "ndjson",
  take: TakeElement,
  settle: () => Promise<void> | undefined,
  progress: Progress | undefined,
): Promise<void> {
  if (kind === "ndjson") await readLines(file, take, settle, progress);
  else await readDocument(file, take, settle, progress);
}

async function readLines(
  file: NamedFile,
  take: TakeElement,
  settle: () => Promise<void> | undefined,
  progress: Progress | undefined,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  let line = 0;
  const takeLine = (text: string) => {
    line += 1;
    if (text.trim() === "") return;
    const value = parsedLine(text, `${file.name}:${line}`);
    if (value !== null) take(value, line, ONLY_LIST);
  };
  for await (const chunk of chunksOf(file, progress)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    if (rest.length > LONGEST_VALUE) throw endless(file.name, line + lines.length + 1);
    for (const text of lines) takeLine(text);
    await settle();
  }
  takeLine(rest + decoder.decode());
  await settle();
}

async function readDocument(
  file: NamedFile,
  take: TakeElement,
  settle: () => Promise<void> | undefined,
  progress: Progress | undefined,
): Promise<void> {
  let parser: DocumentParser | null = null;
  for await (const bytes of chunksOf(file, progress)) {
    parser ??= new DocumentParser(bytes, take);
    const line = parser.write(bytes);
    if (line !== null) throw notJson(`${file.name}:${line}`);
    if (parser.endlessLine !== null) throw endless(file.name, parser.endlessLine);
    await settle();
  }
  if (!parser?.isEnded) throw notJson(file.name);
}

function endless(name: string, line: number): InputError {
  return new InputError(
    `${name}:${line}: a value of over 16 MB, which is no figure and no name (take it out of the file)`,
  );
}
