import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { Agent, type Dispatcher } from "undici";
import { certificate, certificateKey } from "./certificate.ts";

/** What a service says: a whole answer, or what it does to the connection. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | (() => Iterable<string | Uint8Array>);
  /** Ends the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Sends nothing at all, as long as the caller waits. */
  readonly silent?: true;
}

/** A request as the service saw it. */
export interface Seen {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Service = (request: Seen, before: number) => Reply | Promise<Reply>;

/** The host for which a request was meant before it was sent to loopback. */
const MEANT = "x-meant-for";

/**
 * A server on loopback that stands for every publisher. It does what the services do: a call of the
 * Census API without a key is sent on with 302, a call of the OECD without a language gets
 * `languageTag1`. All else is up to the service that a test gives.
 */
export class ReplayServer {
  readonly seen: Seen[] = [];
  #server: Server | null = null;
  #agents: Dispatcher[] = [];
  readonly #tunnels = new Set<Duplex>();

  constructor(private readonly service: Service) {}

  static async start(service: Service): Promise<ReplayServer> {
    const replay = new ReplayServer(service);
    replay.#server = createServer((request, response) => {
      replay.answer(request, response, String(request.headers[MEANT] ?? request.headers.host));
    });
    await new Promise<void>((done) => replay.#server!.listen(0, "127.0.0.1", done));
    return replay;
  }

  /** As a proxy, which every host is reached through and which answers for it. */
  static async startProxy(service: Service): Promise<ReplayServer> {
    const replay = new ReplayServer(service);
    const secure = createSecureServer(
      { cert: certificate, key: certificateKey },
      (request, response) => replay.answer(request, response, String(request.headers.host)),
    );
    replay.#server = createServer((_, response) => response.writeHead(405).end());
    replay.#server.on("connect", (_, socket) => {
      socket.on("error", () => {});
      replay.#tunnels.add(socket);
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      secure.emit("connection", socket);
    });
    await new Promise<void>((done) => replay.#server!.listen(0, "127.0.0.1", done));
    return replay;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  /** Sends every request to loopback. */
  dispatcher(): Dispatcher {
    const { address } = this;
    const agent = new Agent().compose((dispatch) => (options, handler) => {
      const meant = new URL(String(options.origin)).host;
      const headers = { ...(options.headers as Record<string, string>), [MEANT]: meant };
      return dispatch({ ...options, headers, origin: address }, handler);
    });
    this.#agents.push(agent);
    return agent;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#agents.map((agent) => agent.destroy()));
    for (const socket of this.#tunnels) socket.destroy();
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
  }

  async answer(request: IncomingMessage, response: ServerResponse, host: string): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url!, `https://${host}`);
    const seen: Seen = {
      ...{ method: request.method!, host, path: url.pathname, query: url.searchParams },
      ...{ headers: request.headers, body: Buffer.concat(parts).toString("utf8") },
    };
    const before = this.seen.filter(({ path }) => path === seen.path).length;
    this.seen.push(seen);
    send(response, manners(seen) ?? (await this.service(seen, before)));
  }
}

/** What the services do to callers that do not know them. */
function manners({ host, query, headers }: Seen): Reply | null {
  if (host === "api.census.gov" && !query.has("key")) {
    const location = "https://api.census.gov/data/missing_key.html";
    return { status: 302, headers: { Location: location, "X-DataWebAPI-KeyError": "1" } };
  }
  const language = headers["accept-language"];
  if (host === "sdmx.oecd.org" && (language === undefined || language === "*")) {
    return { status: 500, headers: { "Content-Type": "text/plain" }, body: "languageTag1" };
  }
  return null;
}

function send(response: ServerResponse, reply: Reply): void {
  const { status = 200, headers = {}, body = "", cutAfter, silent } = reply;
  if (silent) return;
  if (typeof body === "function") {
    response.writeHead(status, headers);
    stream(response, body()[Symbol.iterator]());
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : { "Content-Length": String(bytes.length) }),
  });
  if (cutAfter === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, cutAfter), () => response.destroy());
}

function stream(response: ServerResponse, parts: Iterator<string | Uint8Array>): void {
  for (;;) {
    const { value, done } = parts.next();
    if (done) {
      response.end();
      return;
    }
    if (!response.write(value)) break;
  }
  response.once("drain", () => stream(response, parts));
}
