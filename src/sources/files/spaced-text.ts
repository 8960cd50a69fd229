/** How many lines tell that columns are set apart by spaces. */
const LINES = 5;

const QUOTED = /"[^"]*"|\S+/g;

/**
 * The same table with tabs between its columns, where spaces stand between them: as it is printed, two or
 * more, or as R's `write.table` writes it, one, and names in quotes. Other text as it is.
 */
export function withTabs(text: string): string {
  const start = text
    .slice(0, 4096)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, LINES);
  if (start.length < 2 || start.some((line) => /[,;\t|]/.test(line.replace(/"[^"]*"/g, ""))))
    return text;
  if (isOfR(start)) return tabbedOfR(text, start);
  const isPrinted = start.every((line) => line.trim().split(/ {2,}/).length > 2);
  return isPrinted ? text.replace(/^ +/gm, "").replace(/ {2,}/g, "\t") : text;
}

function isOfR([header = "", ...rows]: readonly string[]): boolean {
  const names = header.match(QUOTED) ?? [];
  const widths = rows.map((row) => row.match(QUOTED)?.length);
  return (
    names.length > 2 &&
    names.every((name) => name.startsWith('"')) &&
    // The names of rows have no name of their own.
    widths.every((width) => width === names.length || width === names.length + 1)
  );
}

function tabbedOfR(text: string, [header = "", row = ""]: readonly string[]): string {
  const names = header.match(QUOTED)!.length;
  const isNamed = row.match(QUOTED)!.length > names;
  const tabbed = text.replace(/("[^"]*")|[^\S\r\n]+/g, (_, quoted?: string) => quoted ?? "\t");
  return isNamed ? `""\t${tabbed}` : tabbed;
}
