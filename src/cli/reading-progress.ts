import { safeText } from "../render/safe-text.ts";
import { onOneLine } from "./screen.ts";

/** Reading that takes longer than this shows how far it is. */
const PATIENCE = 1000;
const WIDTH = 20;

/**
 * Shows on a terminal's standard error how far the reading of a file is, and the time left.
 * @returns what is to be told, and what takes the line away again.
 */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  const start = Date.now();
  let shown = false;
  return {
    tell(file: string, share: number): void {
      const elapsed = Date.now() - start;
      if (!stream.isTTY || elapsed < PATIENCE || !(share >= 0) || share > 1) return;
      const full = Math.round(share * WIDTH);
      const left = share > 0 ? `, ${seconds((elapsed / share) * (1 - share))} left` : "";
      const rate = `${((share * 100) / (elapsed / 1000)).toFixed(0)} %/s`;
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      const text = `${bar} ${Math.round(share * 100)} % ${rate}${left}  ${safeText(file)}`;
      stream.write(`\r\u001b[K${onOneLine(text, stream)}`);
      shown = true;
    },
    done(): void {
      if (shown) stream.write("\r\u001b[K");
    },
  };
}

function seconds(milliseconds: number): string {
  return `${Math.max(1, Math.round(milliseconds / 1000))} s`;
}
