import { readFileSync } from "node:fs";

/** Characters of what a process prints that are kept. */
const KEPT = 10_000_000;

/** Counts the lines of a long text, of which only parts are there at a time. */
export function lineCounter(isCounted) {
  let rest = "";
  let count = 0;
  return {
    take(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) if (isCounted(line)) count += 1;
    },
    count: () => count,
  };
}

/** Wall time of a process from start to end, that of the processor, and the most memory that it held at once. */
export function measure(spawn, program, words, take = () => {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    let peak = 0;
    let processor = 0;
    let output = "";
    let errors = "";
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
      processor = Math.max(processor, processorOf(child.pid));
    }, 10);
    child.stdout.on("data", (text) => {
      take(text);
      // An answer of a million rows is read, and only its start kept.
      if (output.length < KEPT) output += text;
    });
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      resolve({ status, seconds, processor, peak, output, errors });
    });
  });
}

/** Linux counts in hundredths of a second. */
const TICKS = 100;

/** The seconds of the processor that a process took so far; 0 where the system does not tell. */
export function processorOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the name, which may hold anything: the state, and as the 12th and 13th the times.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

/** The high-water mark of a process's memory in bytes; 0 where the system does not tell. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** The middle of some numbers, or the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
