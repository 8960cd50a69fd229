import { safeText } from "../render/safe-text.ts";
import type { Progress } from "../sources/files/progress.ts";
import { host, type OutputStream } from "./host.ts";
import { PATIENCE_MS } from "./progress.ts";
import { onOneLine } from "./screen.ts";

/** A line that changes more often cannot be read. */
const PAUSE = 100;
const WIDTH = 20;

/** Where the line is shown, and the clock by which rate and time left are told. */
export interface ProgressScreen {
  readonly stream: OutputStream;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

/** Opened only where a line is shown, and by a clock that is there from the start: both take time. */
const standardError: ProgressScreen = {
  get stream() {
    return host.stderr;
  },
  now: () => process.uptime() * 1000,
};

/**
 * Shows on a terminal's standard error how far the reading of a file is, its rate and the time left,
 * once reading takes more than two seconds. Where standard error is no terminal, nothing is shown.
 * @returns what is to be told, and what takes the line away again and says whether there was one.
 */
export function progressLine(screen: ProgressScreen = standardError): {
  readonly tell: Progress;
  readonly done: () => boolean;
} {
  const { now } = screen;
  const start = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let current = "";
  let pass = { start, from: 0 };
  let last = 0;
  return {
    tell(file, bytes, total) {
      const time = now();
      // A file may be read more than once: unpacked first, then read.
      if (file !== current || bytes < last) pass = { start: time, from: bytes };
      current = file;
      last = bytes;
      if (time - start < PATIENCE_MS || time - shownAt < PAUSE) return;
      const { stream } = screen;
      if (!stream.isTTY) return;
      const rate = (bytes - pass.from) / Math.max(1, time - pass.start);
      stream.write(`\r\u001b[K${onOneLine(lineOf(safeText(file), bytes, total, rate), stream)}`);
      shownAt = time;
    },
    done() {
      const isShown = shownAt > start;
      if (isShown) screen.stream.write("\r\u001b[K");
      return isShown;
    },
  };
}

/** @param rate in bytes a millisecond. */
function lineOf(file: string, bytes: number, total: number | null, rate: number): string {
  const speed = rate > 0 ? `, ${megabytes(rate * 1000)} MB/s` : "";
  if (total === null || !(total > 0)) return `${megabytes(bytes)} MB${speed}  ${file}`;
  const share = Math.min(1, Math.max(0, bytes / total));
  const full = Math.round(share * WIDTH);
  const left = rate > 0 ? `, ${seconds((total - bytes) / rate)} left` : "";
  const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
  return `${bar} ${Math.round(share * 100)} %${speed}${left}  ${file}`;
}

function megabytes(bytes: number): string {
  const amount = bytes / 1e6;
  return amount.toFixed(amount < 10 ? 1 : 0);
}

function seconds(milliseconds: number): string {
  return `${Math.max(1, Math.round(milliseconds / 1000))} s`;
}
