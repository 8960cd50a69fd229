let running = false;
let readings = 0;

/** Tells whether DuckDB was started, so that nobody needs to load it to find out. */
export function setDuckdbRunning(value: boolean): void {
  running = value;
}

/** Several readings at a time share one DuckDB, which the last of them stops. */
export function beginReading(): void {
  readings += 1;
}

const closers: (() => Promise<void>)[] = [];

/** Sees to it that a connection is closed when the last reading ends. */
export function atEndOfReading(close: () => Promise<void>): void {
  closers.push(close);
}

/** Ends a reading, and stops DuckDB and closes connections where it was the last. */
export async function endReading(): Promise<void> {
  readings -= 1;
  if (readings === 0) await Promise.all(closers.splice(0).map((close) => close()));
  if (readings === 0 && running) await (await import("./duckdb.ts")).stopDuckdb();
}
