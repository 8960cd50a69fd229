import type { LoadedRecords, Problem } from "./load.ts";
import { shellWord } from "./mend.ts";

const REMOVE = "(remove one)";

/** Rows of one figure may be parts of it, which a column that is not read tells apart. */
export function toldApart(
  problems: readonly Problem[],
  unknownColumns: LoadedRecords["unknownColumns"],
): readonly Problem[] {
  if (unknownColumns.length === 0) return problems;
  return problems.map((problem) => {
    const { place, reason, message } = problem;
    if (reason !== "duplicate" || !message.endsWith(REMOVE)) return problem;
    const of = unknownColumns.find(({ file }) => place.startsWith(`${file}:`));
    if (!of) return problem;
    const [first, ...others] = of.columns;
    const name = shellWord(first!);
    const columns = others.length > 0 ? `one of ${of.columns.join(", ")}` : first;
    const mend = `where ${columns} tells them apart, such as --where ${name}=TEXT for one part, or --add-up ${name} for their sum; else remove one`;
    return {
      ...problem,
      isPart: true as const,
      message: `${message.slice(0, -REMOVE.length)}(${mend})`,
    };
  });
}
