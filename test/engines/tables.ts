/** How columns are defined: all as text, or figures as decimals and all others as lists of texts. */
export type Columns = "texts" | "types";

/** Statements that make a table of a CSV file's text, in as many parts as are said. */
export function tableOf(name: string, text: string, columns: Columns, parts = 1): string[] {
  const [first = "", ...rows] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  const definitions = first
    .replaceAll('"', "")
    .split(",")
    .map((column) => {
      const type = columns === "texts" ? "String" : typeOf(column);
      return `\`${column}\` ${type}`;
    });
  const each = Math.ceil(rows.length / parts);
  const inserts = Array.from({ length: parts }, (_, part) => {
    const own = rows.slice(part * each, (part + 1) * each);
    return `INSERT INTO ${name} FORMAT CSVWithNames\n${[first, ...own].join("\n")}\n`;
  });
  return [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${definitions.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`,
    ...inserts,
  ];
}

function typeOf(column: string): string {
  if (column === "value") return "Decimal(18, 7)";
  return column === "v" ? "Decimal(18, 3)" : "LowCardinality(String)";
}
