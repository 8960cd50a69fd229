import { standardOutput } from "./standard-output.ts";

/** A stream that a run writes to, and what is known of the terminal behind it. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  /** Waits until it can take more without holding it in memory. */
  drained?(): Promise<void>;
}

/** What a run of the command finds around it. */
export interface Surroundings {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Its surroundings, what its options say of all that it prints, and its exit status so far. */
export interface Host extends Surroundings {
  exitCode: number;
  /** Neither warnings nor notes. */
  isQuiet: boolean;
  /** No colour, although there is a terminal. */
  isPlain: boolean;
}

const ofProcess: Host = {
  get stdout() {
    return standardOutput();
  },
  get stderr() {
    const { stderr } = process;
    // An error that cannot be written has nowhere else to go.
    if (stderr.listenerCount("error") === 0) stderr.on("error", () => {});
    return stderr;
  },
  env: process.env,
  exitCode: 0,
  isQuiet: false,
  isPlain: false,
};

/** Of the run that is under way; there is one at a time. */
export let host = ofProcess;

/** Runs within another host than the process, where one is given. */
export async function withHost<Outcome>(
  other: Surroundings | undefined,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  if (!other) return run();
  host = { ...other, exitCode: 0, isQuiet: false, isPlain: false };
  try {
    return await run();
  } finally {
    host = ofProcess;
  }
}
