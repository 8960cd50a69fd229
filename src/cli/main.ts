import { printError } from "./errors.ts";
import { EXIT_CANNOT_RUN, report, runCommand } from "./run.ts";
import { standardOutput } from "./standard-output.ts";

standardOutput().onError(({ code, message }) => {
  // A reader such as `head` may close the pipe early; that is not an error of ours.
  if (code === "EPIPE") process.exit(0);
  printError(`standard output: cannot be written (${code ?? message})`);
  process.exit(EXIT_CANNOT_RUN);
});

const words = process.argv.slice(2);

// A package may fail in a promise that it lets nobody wait for.
process.on("unhandledRejection", async (error) => process.exit(await report(error, words)));

runCommand(words).then(async (status) => {
  process.exitCode = status;
  if (status !== 0 || !standardOutput().mayBeLost) return;
  const { isClosed } = await import("./closed-output.ts");
  if (!isClosed()) return;
  printError("standard output: is closed (leave out >&-, or use --output FILE)");
  process.exitCode = EXIT_CANNOT_RUN;
});
