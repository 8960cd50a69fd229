import { shellWord } from "../shell-word.ts";
import type { DeclaredReading } from "./declared-reading.ts";

/** A reading as the options that say it, to be pasted into a shell. */
export function optionsText(reading: DeclaredReading): string {
  const pairs = (option: string, all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([name, text]) => `--${option} ${shellWord(`${name}=${text}`)}`);
  const words = [
    ...pairs("column", reading.columns),
    ...pairs("constant", reading.constants),
    ...pairs("word", reading.words),
    ...(reading.decimal === null ? [] : [`--decimal ${reading.decimal}`]),
    ...(reading.marks.length === 0 ? [] : [`--marks ${shellWord(reading.marks.join(","))}`]),
    ...(reading.headerLine === null ? [] : [`--header-line ${reading.headerLine}`]),
    ...reading.addUp.map((column) => `--add-up ${shellWord(column)}`),
    ...reading.missing.map((text) => `--missing ${shellWord(text)}`),
  ];
  return words.join(" ");
}
