import { code, table } from "./markdown.ts";
import { rooms } from "./rooms.ts";

const START = "<!-- rooms -->\n";
const END = "<!-- /rooms -->\n";

/** The page with the table of rooms between its two marks. */
export function withRoomsTable(page: string): string {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error("the marks of the table are lost");
  const rows = [...rooms]
    .sort((a, b) => a.column - b.column || a.row - b.row)
    .map(({ name, holds, uses, readsFiles }) => [
      code(name),
      holds,
      [...uses].sort().join(", "),
      readsFiles ? "yes" : "",
    ]);
  return `${before}${START}${table(["room", "what it holds", "may use", "reads files"], rows)}\n${END}${after}`;
}
