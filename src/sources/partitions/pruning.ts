import type { Warning } from "../../warning.ts";
import { NOT_SELECTED } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import { type Partition, partitionOf } from "./paths.ts";

/** The files of which the paths say nothing that was not asked for. */
export interface KeptFiles {
  readonly kept: readonly string[];
  /** The partners of the others, by code. */
  readonly partners: ReadonlySet<string>;
}

/**
 * Leaves out files whose paths say another partner, reporter or year than those asked for.
 * @param reader of any of the files, to which their columns and those of the paths belong.
 */
export function filesAsked(files: readonly string[], reader: TableReader): KeptFiles {
  const partners = new Set<string>();
  const known = new Map<string, boolean>();
  const kept = files.filter((file) => {
    const partition = partitionOf(file);
    const id = partition.values.join("\u0001");
    let isKept = known.get(id);
    if (isKept === undefined) {
      isKept = mayBeAsked(partition, reader, partners);
      known.set(id, isKept);
    }
    return isKept;
  });
  return { kept, partners };
}

function mayBeAsked(
  { columns, values }: Partition,
  reader: TableReader,
  partners: Set<string>,
): boolean {
  const cells = reader.header.map(() => "");
  const told = new Set<number>();
  for (const [place, column] of columns.entries()) {
    const at = reader.header.findLastIndex((name) => name.toLowerCase() === column.toLowerCase());
    cells[at] = values[place]!;
    told.add(at);
  }
  let isAsked = false;
  const others: string[] = [];
  for (const figures of reader.figures) {
    // A partner's code may stand in the path, and its name in the file: either tells.
    const byPartner = reader.partnerColumns(figures).some((at) => told.has(at) && cells[at] !== "")
      ? reader.unselectedPartner(cells, figures)
      : null;
    const left = [byPartner, reader.unselectedOther(cells, figures)].find(
      (aside) => aside?.reason === NOT_SELECTED,
    );
    if (!left) isAsked = true;
    else if (left.partner !== undefined) others.push(left.partner);
  }
  if (!isAsked) for (const code of others) partners.add(code);
  return isAsked || reader.figures.length === 0;
}

/** What is to be said where files were not read. */
export function notReadWarning(name: string, all: number, kept: number): Warning {
  return {
    code: "files-not-read",
    message: `${name}: ${(all - kept).toLocaleString("en")} of ${all.toLocaleString("en")} files are not read, since their paths say other years, partners or reporters; their rows are not counted`,
  };
}
