/** How long work may keep signals, timers and lines of progress waiting. */
const LONGEST_MS = 100;

/** Lets a long loop give way to the event loop now and then: `if (pauses.isDue()) await pauses.take()`. */
export class Pauses {
  #next = Date.now() + LONGEST_MS;

  /** Asked at each step of the loop. */
  isDue(): boolean {
    return Date.now() >= this.#next;
  }

  async take(): Promise<void> {
    await new Promise((next) => setImmediate(next));
    this.#next = Date.now() + LONGEST_MS;
  }
}
