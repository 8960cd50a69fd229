import { firstNames } from "../../first-names.ts";
import type { LoadedRecords, Problem } from "./load.ts";
import { shellWord } from "./mend.ts";

/** How many columns are named. */
const NAMED = 8;
const REMOVE = "(remove one)";

/** Rows of one figure may be parts of it, which a column that is not read tells apart. */
export function toldApart(
  problems: readonly Problem[],
  unread: LoadedRecords["unknownColumns"],
): readonly Problem[] {
  if (unread.length === 0) return problems;
  return problems.map((problem) => {
    const { place, reason, message } = problem;
    if (reason !== "duplicate" || !message.endsWith(REMOVE)) return problem;
    const of = unread.find(({ file }) => place.startsWith(`${file}:`));
    if (!of) return problem;
    const [first, ...others] = of.columns;
    const name = shellWord(first!);
    const columns = others.length > 0 ? `one of ${firstNames(of.columns, NAMED)}` : first;
    const mend = `where ${columns} tells them apart, such as --where ${name}=TEXT for one part, or --add-up ${name} for their sum; else remove one`;
    return {
      ...problem,
      isPart: true as const,
      message: `${message.slice(0, -REMOVE.length)}(${mend})`,
    };
  });
}
