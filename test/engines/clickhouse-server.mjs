// A ClickHouse in this process behind the HTTP interface that clients use, on loopback. It prints its
// port. CHDB names the folder in which chdb is installed, DATA one for its tables.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const { Session } = createRequire(join(process.env.CHDB, "/"))("chdb");
const session = process.env.DATA ? new Session(process.env.DATA) : new Session();
const PASSWORD = process.env.PASSWORD ?? "";

/** Settings of a connection, which the engine in this process does not take. */
const OF_CONNECTIONS = ["readonly", "cancel_http_readonly_queries_on_client_close"];
const OF_REQUESTS =
  /^(query|query_id|database|default_format|enable_http_compression|session_.*|role)$/;

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

async function answer(request, response) {
  const url = new URL(request.url, "http://localhost");
  const type = request.headers["content-type"] ?? "";
  const body = await bodyOf(request);
  const parts = type.startsWith("multipart/") ? partsOf(body, type) : new Map();
  const all = new Map([...url.searchParams, ...parts]);
  const query = parts.get("query") ?? (body || url.searchParams.get("query"));
  const basic = (request.headers.authorization ?? "").replace(/^Basic /, "");
  const [, password = ""] = Buffer.from(basic, "base64").toString().split(":");
  const given = request.headers["x-clickhouse-key"] ?? password;
  if (given !== PASSWORD)
    throw Object.assign(
      new Error(
        "Code: 516. DB::Exception: default: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)",
      ),
      { code: 516 },
    );
  const settings = [...all].flatMap(([name, value]) => {
    if (name.startsWith("param_")) return [`${name} = ${literal(value)}`];
    if (OF_REQUESTS.test(name) || OF_CONNECTIONS.includes(name)) return [];
    return [`${name} = ${/^\d+$/.test(value) ? value : literal(value)}`];
  });
  const isReading = all.get("readonly") === "2" || url.pathname === "/write";
  if (!isReading)
    throw Object.assign(
      new Error("Code: 164. DB::Exception: the client must read only. (READONLY)"),
      { code: 164 },
    );
  const [, sql, format = "TSV"] = /^([\s\S]*?)(?:\s+FORMAT (\w+))?\s*$/.exec(query);
  const before = settings.length > 0 ? `SET ${settings.join(", ")}; ` : "";
  const start = Date.now();
  const result = await session.queryAsync(`${before}${sql}`, { format });
  const bytes = Buffer.from(result.bytes());
  const isPacked = all.get("enable_http_compression") === "1";
  const sent = isPacked ? gzipSync(bytes, { level: 3 }) : bytes;
  if (process.env.LOG) {
    console.error(
      JSON.stringify({
        ms: Date.now() - start,
        rows: bytes.length,
        sent: sent.length,
        sql: sql.slice(0, 3000),
      }),
    );
  }
  response.writeHead(200, isPacked ? { "content-encoding": "gzip" } : {});
  response.end(sent);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    const code = error.clickhouseCode ?? error.code ?? /Code: (\d+)/.exec(error.message)?.[1] ?? 0;
    const text = /^Code: /.test(error.message)
      ? error.message
      : `Code: ${code}. DB::Exception: ${error.message}`;
    if (process.env.LOG) console.error(text.slice(0, 2000));
    if (!response.headersSent)
      response.writeHead(500, { "x-clickhouse-exception-code": String(code) });
    response.end(text);
  });
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(server.address().port));
