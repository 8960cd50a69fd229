/** Statements that make a table of a CSV file's text, every column of which is text. */
export function tableOf(name: string, text: string): string[] {
  const header = text
    .slice(0, text.indexOf("\n"))
    .replace(/^\uFEFF/, "")
    .replace(/[\r"]/g, "");
  const columns = header.split(",").map((column) => `\`${column}\` String`);
  return [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${columns.join(", ")}) ENGINE = Memory`,
    `INSERT INTO ${name} FORMAT CSVWithNames\n${text.replace(/^\uFEFF/, "")}`,
  ];
}
