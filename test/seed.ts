import fc from "fast-check";

/**
 * Random cases differ from run to run, so that they find more in time; where CI is set they are the
 * same in every run, so that a red run means a change. `SEED` repeats the run that printed it.
 */
const seed = process.env.SEED ?? (process.env.CI ? "20250401" : null);
if (seed !== null) fc.configureGlobal({ seed: Number(seed) });
