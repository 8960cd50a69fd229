/** How long each part of a call took, from the start of the process. */
const laps: { readonly name: string; readonly end: number }[] = [];

export function lap(name: string): void {
  // The clock of `performance` would first have to be loaded.
  laps.push({ name, end: process.uptime() * 1000 });
}

/** The laps as lines: `compute      12.3 ms`. */
export function timingLines(): string[] {
  const lines = laps.map(({ name, end }, index) => line(name, end - (laps[index - 1]?.end ?? 0)));
  return [...lines, line("total", laps.at(-1)?.end ?? 0)];
}

function line(name: string, time: number): string {
  return `timing: ${name.padEnd(8)} ${time.toFixed(1).padStart(8)} ms`;
}
