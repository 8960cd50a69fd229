// Sends SQL that a person would write, and prints the rows of its answer. Arguments: port, SQL.
const [port, sql] = process.argv.slice(2);
const settings = "readonly=2&enable_http_compression=1&default_format=JSONCompactEachRow";
const response = await fetch(`http://127.0.0.1:${port}/?${settings}`, {
  method: "POST",
  headers: { "accept-encoding": "gzip" },
  body: `${sql} FORMAT JSONCompactEachRow`,
});
const text = await response.text();
if (!response.ok) throw new Error(text);
const rows = text
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
console.log(JSON.stringify(rows));
