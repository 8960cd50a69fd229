let running = false;

/** Whether DuckDB was started, told without loading it. */
export function isDuckdbRunning(): boolean {
  return running;
}

export function setDuckdbRunning(value: boolean): void {
  running = value;
}
