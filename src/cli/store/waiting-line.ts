import { safeText } from "../../render/safe-text.ts";
import { onOneLine } from "../screen.ts";

/** A line that changes more often cannot be read. */
const PAUSE = 100;

/** A line at the terminal that says what is waited for. Where there is no terminal, nothing. */
export function waitingLine(stream: NodeJS.WriteStream = process.stderr): {
  readonly tell: (what: string) => void;
  readonly done: () => void;
} {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    tell(what) {
      const now = performance.now();
      if (!stream.isTTY || now - shownAt < PAUSE) return;
      stream.write(`\r\u001b[K${onOneLine(safeText(what), stream)}`);
      shownAt = now;
    },
    done() {
      if (stream.isTTY && shownAt > 0) stream.write("\r\u001b[K");
    },
  };
}
