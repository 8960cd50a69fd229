/** How long each part of a run took; the first run of a process begins with the process. */
let laps: { readonly name: string; readonly end: number }[] = [];
let start: number | null = null;

export function startLaps(): void {
  laps = [];
  start = start === null ? 0 : now();
}

export function lap(name: string): void {
  laps.push({ name, end: now() - (start ?? 0) });
}

/** The laps as lines: `compute      12.3 ms`. */
export function timingLines(): string[] {
  const lines = laps.map(({ name, end }, index) => line(name, end - (laps[index - 1]?.end ?? 0)));
  return [...lines, line("total", laps.at(-1)?.end ?? 0)];
}

/** Milliseconds; the clock of `performance` would first have to be loaded. */
function now(): number {
  return process.uptime() * 1000;
}

function line(name: string, time: number): string {
  return `timing: ${name.padEnd(8)} ${time.toFixed(1).padStart(8)} ms`;
}
