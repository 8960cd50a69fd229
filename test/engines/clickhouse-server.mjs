// A ClickHouse in this process behind the HTTP interface that clients use, on loopback. It prints its
// port. CHDB names the folder in which chdb is installed, DATA one for its tables. What `/write` is
// sent is carried out as it is; all else is a query with its settings and values, as a server takes it.
// With LOG it writes a line about each query when it begins, and one when it has ended: what was sent
// with it, how it ended, and the seconds of the processor that it took.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createGzip } from "node:zlib";

const { Session } = createRequire(join(process.env.CHDB, "/"))("chdb");
const session = process.env.DATA ? new Session(process.env.DATA) : new Session();
const PASSWORD = process.env.PASSWORD ?? "";

const OF_REQUESTS =
  /^(query|query_id|database|default_format|enable_http_compression|session_.*|role|param_.*)$/;

class Fault extends Error {
  constructor(code, message) {
    super(`Code: ${code}. DB::Exception: ${message}`);
    this.clickhouseCode = code;
  }
}

function literal(text) {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** The parts of a multipart body by their names. */
function partsOf(body, type) {
  const boundary = /boundary=(.+)$/.exec(type)[1];
  const found = new Map();
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [, name, text] = /name="([^"]+)"[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
    if (name !== undefined) found.set(name, text);
  }
  return found;
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The engine in this process carries out one query after the other. */
let last = Promise.resolve();
function inTurn(work) {
  const own = last.then(work);
  last = own.catch(() => {});
  return own;
}

function checkPassword({ headers }) {
  const basic = (headers.authorization ?? "").replace(/^Basic /, "");
  const [, password = ""] = Buffer.from(basic, "base64").toString().split(":");
  if ((headers["x-clickhouse-key"] ?? password) !== PASSWORD) {
    throw new Fault(
      516,
      "default: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)",
    );
  }
}

/** What a request asks: the SQL with its settings, the values at its places, and the format. */
function queryOf(url, parts, body) {
  const all = new Map([...url.searchParams, ...parts]);
  const query = parts.get("query") ?? (body || url.searchParams.get("query"));
  const [, sql, format = "TSV"] = /^([\s\S]*?)(?:\s+FORMAT (\w+))?\s*$/.exec(query);
  const sent = [...all].filter(([name]) => !OF_REQUESTS.test(name));
  const settings = sent.map(
    ([name, value]) => `${name} = ${/^\d+$/.test(value) ? value : literal(value)}`,
  );
  const values = [...all].filter(([name]) => name.startsWith("param_"));
  return {
    id: all.get("query_id") ?? "",
    sql: settings.length > 0 ? `${sql} SETTINGS ${settings.join(", ")}` : sql,
    settings: Object.fromEntries(sent),
    values,
    format,
    isPacked: all.get("enable_http_compression") === "1",
  };
}

async function answer(request, response) {
  const url = new URL(request.url, "http://localhost");
  const type = request.headers["content-type"] ?? "";
  const body = await bodyOf(request);
  checkPassword(request);
  if (url.pathname === "/write") {
    await inTurn(() => session.queryAsync(body));
    response.end();
    return;
  }
  const parts = type.startsWith("multipart/") ? partsOf(body, type) : new Map();
  const query = queryOf(url, parts, body);
  const start = Date.now();
  let cpu = process.cpuUsage();
  let bytes = 0;
  let isTold = false;
  const tell = (ended) => {
    const { id, sql, settings, values } = query;
    const { user, system } = process.cpuUsage(cpu);
    const line = {
      ...{ id, ms: Date.now() - start, cpu: (user + system) / 1e6, bytes, ended, sql, settings },
      values: values.length,
    };
    if (process.env.LOG && !isTold) console.error(JSON.stringify(line));
    isTold = true;
  };
  // A server cancels a query whose client has gone, as it was told to; this engine tells it only.
  response.on("close", () => response.writableFinished || tell("cancelled"));
  try {
    tell(
      await inTurn(() => {
        cpu = process.cpuUsage();
        if (process.env.LOG) console.error(JSON.stringify({ begun: query.sql }));
        return send(query, response, (size) => (bytes += size));
      }),
    );
  } catch (error) {
    tell(error.message);
    throw error;
  }
}

/** Sends an answer as it is made. @returns whether it was sent whole. */
async function send({ sql, values, format, isPacked }, response, count) {
  response.setMaxListeners(0);
  let isGone = response.destroyed;
  response.on("close", () => {
    isGone ||= !response.writableFinished;
  });
  if (isGone) return "cancelled";
  // A value arrives as a text, and is read by the type that its place states.
  for (const [name, value] of values) await session.queryAsync(`SET ${name} = ${literal(value)}`);
  const stream = session.queryStream(sql, { format });
  const out = isPacked ? createGzip({ level: 3 }) : response;
  const head = () =>
    response.headersSent || response.writeHead(200, isPacked ? { "content-encoding": "gzip" } : {});
  if (isPacked) {
    out.on("data", (chunk) => {
      count(chunk.length);
      if (!response.write(chunk)) out.pause();
    });
    response.on("drain", () => out.resume());
    response.on("close", () => out.resume());
  }
  for await (const chunk of stream) {
    head();
    if (isGone) return "cancelled";
    const data = Buffer.from(chunk.raw());
    if (!isPacked) count(data.length);
    if (!out.write(data)) {
      await new Promise((resolve) => {
        out.once("drain", resolve);
        response.once("close", resolve);
      });
    }
  }
  head();
  await new Promise((resolve) => {
    response.once("close", resolve);
    response.once("finish", resolve);
    if (isPacked) out.once("end", () => response.end());
    out.end();
  });
  return isGone ? "cancelled" : "whole";
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    const code = error.clickhouseCode ?? /Code: (\d+)/.exec(error.message)?.[1] ?? 0;
    const text = /^Code: /.test(error.message)
      ? error.message
      : `Code: ${code}. DB::Exception: ${error.message}`;
    if (response.headersSent) {
      // What was begun cannot be taken back.
      response.destroy();
      return;
    }
    response.writeHead(500, { "x-clickhouse-exception-code": String(code) });
    response.end(text);
  });
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(server.address().port));
