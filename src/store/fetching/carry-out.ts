import { rmSync } from "node:fs";
import pRetry, { AbortError } from "p-retry";
import { InputError } from "../../errors.ts";
import type { Store } from "../keeping/store.ts";
import type { Outcome, PlannedRequest, Publisher } from "../publishers/publisher.ts";
import { NetworkError } from "./network-error.ts";
import type { Clock, Pace } from "./pace.ts";
import { withoutKey } from "./secrets.ts";
import type { Received, Transport } from "./transport.ts";

/** How long and how often to try. */
export interface Trying {
  /** Tries beyond the first. */
  readonly retries: number;
  /** Milliseconds before the second try; each further wait is twice as long. */
  readonly backoff: number;
  /** Milliseconds that one wait may last; a longer one ends the run, which can go on later. */
  readonly longestWait: number;
  /** Milliseconds for an answer that is being prepared. */
  readonly preparation: number;
}

export const usualTrying: Trying = {
  retries: 4,
  backoff: 2000,
  longestWait: 120_000,
  preparation: 900_000,
};

/** What carrying out a request needs. */
export interface Exchange {
  readonly publisher: Publisher;
  readonly transport: Transport;
  readonly store: Store;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly trying: Trying;
  readonly key: string | null;
  readonly signal: AbortSignal;
  /** What is going on, for a person who waits. */
  readonly tell: (what: string) => void;
}

/** The bytes that came, that nothing was found, or that it has to be asked in parts. */
export type Done =
  | { readonly kind: "data"; readonly received: Received; readonly file: string }
  | { readonly kind: "empty" }
  | { readonly kind: "cut-off"; readonly message: string };

/** Another try may help, after so many seconds. */
class TryAgain extends Error {
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message);
  }
}

/**
 * Sends a request until it is answered: waits where the service asks for it, polls where the answer
 * is being prepared, and tries again after failures that pass.
 * @throws InputError in one line, without the key, where the user or another day has to help.
 */
export async function carryOut(request: PlannedRequest, exchange: Exchange): Promise<Done> {
  const { publisher, clock, trying, key, signal } = exchange;
  let cutOffs = 0;
  try {
    return await pRetry(
      async () => {
        const { outcome, received, file } = await prepared(request, exchange);
        if (outcome.kind === "data") return { kind: "data", received, file };
        if (outcome.kind === "empty") return { kind: "empty" };
        if (outcome.kind === "cut-off") {
          cutOffs += 1;
          // The Census API tells overload and a query that is too large in the same words.
          if (received.answer.status !== 500 || cutOffs > 1) return outcome;
          throw new TryAgain(outcome.message, 0);
        }
        throw errorOf(outcome, exchange);
      },
      {
        retries: trying.retries,
        minTimeout: trying.backoff,
        maxTimeout: trying.longestWait,
        factor: 2,
        randomize: trying.backoff > 100,
        signal,
        shouldRetry: ({ error }) =>
          error instanceof TryAgain || (error instanceof NetworkError && error.again),
        async onFailedAttempt({ error, retriesLeft }) {
          if (retriesLeft === 0 || !(error instanceof TryAgain) || error.seconds === 0) return;
          exchange.tell(`${error.message}; waiting ${error.seconds} seconds`);
          await clock.sleep(error.seconds * 1000, signal);
        },
      },
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputError) throw error;
    if (error instanceof NetworkError || error instanceof TryAgain) {
      const tries = !(error instanceof NetworkError) || error.again ? triesText(trying) : "";
      throw new InputError(withoutKey(`${publisher.title}: ${error.message}${tries}`, key));
    }
    throw error;
  }
}

function triesText({ retries }: Trying): string {
  return retries > 0 ? ` (tried ${retries + 1} times; try again later)` : " (try again later)";
}

/** One answer, after polling where it is being prepared. */
async function prepared(request: PlannedRequest, exchange: Exchange) {
  const { publisher, clock, trying, signal } = exchange;
  const begin = clock.now();
  let current = request;
  for (;;) {
    const { outcome, received, file } = await answerTo(current, exchange);
    if (outcome.kind !== "wait") return { outcome, received, file };
    if (clock.now() - begin > trying.preparation) {
      throw new AbortError(
        new InputError(
          `${publisher.title}: ${request.label}: the answer was not ready after ${Math.round(trying.preparation / 60_000)} minutes (run the same command again later)`,
        ),
      );
    }
    exchange.tell(`${request.label} is being prepared`);
    await clock.sleep(outcome.seconds * 1000, signal);
    current = outcome.next ?? request;
  }
}

/** One exchange, within the limits of the publisher. */
async function answerTo(request: PlannedRequest, exchange: Exchange) {
  const { publisher, transport, store, pace, clock, trying, key, signal } = exchange;
  const wait = pace.wait(clock.now());
  if (wait > trying.longestWait) {
    const when = new Date(clock.now() + wait).toTimeString().slice(0, 5);
    throw new AbortError(
      new InputError(
        `${publisher.title}: ${limitText(publisher)} (run the same command again after ${when})`,
      ),
    );
  }
  if (wait > 0) await clock.sleep(wait, signal);
  signal.throwIfAborted();
  pace.note(clock.now());
  const file = store.temporaryFile();
  const { service } = publisher;
  const progress = (bytes: number, total: number | null) =>
    exchange.tell(`${request.label} ${sizeText(bytes, total)}`);
  const received = await transport.send({ request, service, key, file, signal, progress });
  const outcome = publisher.classify(received.answer, request);
  if (outcome.kind !== "data") rmSync(file, { force: true });
  return { outcome, received, file };
}

function sizeText(bytes: number, total: number | null): string {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  return total === null
    ? `${megabytes(bytes)} MB`
    : `${megabytes(bytes)} of ${megabytes(total)} MB`;
}

function limitText({ service }: Publisher): string {
  const { calls, seconds } = service.limits.at(-1)!;
  const span = seconds >= 86_400 ? "a day" : seconds >= 3600 ? "an hour" : `${seconds} seconds`;
  return `no more than ${calls} calls ${span} are answered`;
}

/** What helps where a publisher answers otherwise than it ever has. */
const CHANGED =
  "Nothing was stored; stored data still answer. Until a newer trade-metrics knows the change, download the file and say what its columns hold: --data FILE --column period=NAME";

type Other = Exclude<Outcome, { kind: "data" | "empty" | "cut-off" | "wait" }>;

function errorOf(outcome: Other, { publisher, key, trying }: Exchange): Error {
  const say = (text: string, hint?: string) =>
    new AbortError(new InputError(withoutKey(`${publisher.title}: ${text}`, key), hint));
  const { message } = outcome;
  switch (outcome.kind) {
    case "slow-down":
      if (outcome.seconds * 1000 <= trying.longestWait)
        return new TryAgain(message, outcome.seconds);
      return say(
        `${message} (run the same command again in ${Math.ceil(outcome.seconds / 60)} minutes)`,
      );
    case "stop":
      return say(`${message} (run the same command again later; what was fetched is kept)`);
    case "fix-key": {
      const { variable, page } = publisher.service.key ?? { variable: "", page: "" };
      return say(`the key in ${variable} is refused: ${message} (keys: ${page})`);
    }
    case "fix-query":
      return say(
        `the query is refused: ${message}`,
        "Parameters and their usual values: trade-metrics data update --list",
      );
    case "failed":
      return outcome.again ? new TryAgain(message, 0) : say(message, CHANGED);
  }
}
