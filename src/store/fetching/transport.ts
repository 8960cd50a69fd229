import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, rmSync } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Dispatcher, EnvHttpProxyAgent, request as httpRequest } from "undici";
import { InputError } from "../../errors.ts";
import { cannotWrite } from "../keeping/atomic.ts";
import { type Answer, answerInFile } from "../publishers/answer.ts";
import type { KeyUse, PlannedRequest, Service } from "../publishers/publisher.ts";
import { networkError } from "./network-error.ts";
import { cutOut, withoutKey } from "./secrets.ts";

/** An answer whose body is in a file, with the hash of what is in it. */
export interface Received {
  readonly answer: Answer;
  readonly sha256: string;
}

/** One exchange with a service. */
export interface Transport {
  /**
   * Sends a request and writes the body of the answer to a file: unpacked, and without the key.
   * @throws NetworkError where no whole answer came.
   */
  send(call: Call): Promise<Received>;
  close(): Promise<void>;
}

export interface Call {
  readonly request: PlannedRequest;
  readonly service: Pick<Service, "headers" | "key">;
  readonly key: string | null;
  /** Where the body goes. */
  readonly file: string;
  readonly signal: AbortSignal;
  readonly progress?: ((bytes: number, total: number | null) => void) | undefined;
}

export interface TransportOptions {
  /** Milliseconds without a byte after which an answer is given up. */
  readonly patience: number;
  /** Sends requests elsewhere, with the same words. For tests. */
  readonly dispatcher?: Dispatcher;
}

/**
 * Requests over HTTP/1.1 that follow no redirect. Proxies come from `HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY`, certificates of one's own from `NODE_EXTRA_CA_CERTS`.
 */
export function httpTransport({ patience, dispatcher }: TransportOptions): Transport {
  const agent = dispatcher ?? proxyAgent(patience);
  return {
    close: () => agent.close(),
    async send({ request, service, key, file, signal, progress }) {
      const { url, headers } = withKey(request.url, service.key, key);
      try {
        const {
          statusCode,
          headers: received,
          body,
        } = await httpRequest(url, {
          dispatcher: agent,
          method: request.body === undefined ? "GET" : "POST",
          ...(request.body === undefined ? {} : { body: request.body }),
          headers: { ...commonHeaders(), ...service.headers, ...headers },
          ...{ headersTimeout: patience, bodyTimeout: patience, signal },
        });
        const named = plainHeaders(received, key);
        const length = named["content-length"];
        const total = length === undefined ? null : Number(length);
        const { sha256, size } = await written(body, file, key, (bytes) =>
          progress?.(bytes, total),
        );
        return { answer: answerInFile(file, statusCode, named, size), sha256 };
      } catch (error) {
        rmSync(file, { force: true });
        if (signal.aborted) throw signal.reason;
        if (error instanceof InputError) throw error;
        throw networkError(error, new URL(request.url).host, patience);
      }
    },
  };
}

function proxyAgent(patience: number): Dispatcher {
  try {
    return new EnvHttpProxyAgent({ connect: { timeout: patience } });
  } catch {
    throw new InputError("HTTPS_PROXY: expected an address such as http://proxy.example:3128");
  }
}

/** What every service gets. Without a language, Node's own `*` would be sent, which the OECD refuses. */
function commonHeaders(): Record<string, string> {
  const version = process.env.TRADE_METRICS_VERSION ?? "development";
  return {
    accept: "*/*",
    "accept-encoding": "gzip",
    "accept-language": "en",
    "user-agent": `trade-metrics/${version}`,
  };
}

function withKey(url: string, use: KeyUse | null, key: string | null) {
  if (use === null || key === null) return { url, headers: {} };
  if (use.place === "header") return { url, headers: { [use.name]: `${use.prefix ?? ""}${key}` } };
  const name = encodeURIComponent(use.name);
  return {
    url: `${url}${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(key)}`,
    headers: {},
  };
}

function plainHeaders(headers: Readonly<Record<string, unknown>>, key: string | null) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      withoutKey([value].flat().join(", "), key),
    ]),
  );
}

/** Writes a body to a file as it comes, so that memory stays small however large it is. */
async function written(
  body: Readable,
  file: string,
  key: string | null,
  progress: (bytes: number) => void,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  let received = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length;
      progress(received);
      done(null, chunk);
    },
  });
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const { source, isPacked } = await beginningOf(body);
  const target = createWriteStream(file, { flags: "wx" });
  try {
    await pipeline([
      ...[source, counting],
      ...(isPacked ? [createGunzip()] : []),
      ...(key === null ? [] : [cutOut(key)]),
      ...[hashing, target],
    ]);
  } catch (error) {
    // A file that is still being opened would come back after it was removed.
    if (!target.closed) await once(target, "close");
    const isOfFile = (error as NodeJS.ErrnoException).path === file || isDiskError(error);
    throw isOfFile ? cannotWrite(file, error) : error;
  }
  return { sha256: hash.digest("hex"), size };
}

function isDiskError(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/** Some services pack what they send without saying so, so the first bytes decide. */
async function beginningOf(body: Readable): Promise<{ source: Readable; isPacked: boolean }> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  async function* all() {
    try {
      yield start;
      for (;;) {
        const { value, done } = await chunks.next();
        if (done) return;
        yield value;
      }
    } finally {
      await chunks.return?.();
    }
  }
  return { source: Readable.from(all()), isPacked: start[0] === 0x1f && start[1] === 0x8b };
}
