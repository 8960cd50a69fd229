import { type LockDifferences, type Pin, pinText } from "../store/project-lock.ts";
import { safeText } from "./safe-text.ts";

const SHOWN = 20;

/** What a lock file pins, and what differs from it. */
export interface LockReport extends LockDifferences {
  readonly path: string;
  /** Whether there was no lock file before. */
  readonly isNew: boolean;
  readonly written: boolean;
  /** What is used today. */
  readonly pins: readonly Pin[];
}

/** What a lock file pins, or what differs between it and the data of today. */
export function lockReportText(report: LockReport): string {
  const { path, isNew, written, pins, data, figures } = report;
  if (isNew) {
    return textOf([
      `${path}: ${written ? "pinned" : "would pin"} ${count(pins.length, "dataset")}, ${count(figures.length, "figure")}`,
      ...pins.map((pin) => `  ${pin.id}: ${pinText(pin)}`),
      "",
    ]);
  }
  if (data.length + figures.length === 0) {
    return textOf([`${path}: the data and figures are those that are pinned`, ""]);
  }
  return textOf([
    ...data.map(({ id, was, is }) => `${id}: ${pinsText(was)} -> ${pinsText(is)}`),
    ...figures
      .slice(0, SHOWN)
      .map(({ file, claim, was, is }) => `${file}: ${claim}: ${figure(was)} -> ${figure(is)}`),
    ...(figures.length > SHOWN
      ? [`and ${figures.length - SHOWN} more figures (all with --json)`]
      : []),
    `${count(data.length, "dataset")} and ${count(figures.length, "figure")} ${written ? "changed" : "differ"}`,
    written
      ? `${path}: pinned`
      : "Accept this with trade-metrics data lock --update; the lock file is as it was.",
    "",
  ]);
}

function pinsText(pins: readonly Pin[]): string {
  return pins.length === 0 ? "not used" : pins.map(pinText).join(", ");
}

function figure(value: number | null | undefined): string {
  if (value === undefined) return "no such claim";
  return value === null ? "not computable" : String(value);
}

function count(number: number, what: string): string {
  return `${number} ${number === 1 ? what : `${what}s`}`;
}

function textOf(lines: readonly string[]): string {
  return lines.map(safeText).join("\n");
}
