import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { fileFormats } from "../../../src/sources/formats/registry.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { type Excerpt, excerpts } from "./excerpts.ts";
import { readingWords } from "./reading-for-tests.ts";

beforeAll(beginReading);
afterAll(endReading);

const paths = new Map(excerpts.map((one) => [one, fileWith(one.content)]));

/** All that is told of an excerpt: its layouts, every series, what is set aside, or the error. */
async function toldOf(excerpt: Excerpt): Promise<string> {
  const options = { ...plainReading, reading: readingWords(excerpt.reading ?? {}) };
  return inspectFiles([paths.get(excerpt)!], options).then(
    ({ loaded, tables }) =>
      JSON.stringify([
        tables.map(({ format, layout }) => `${format} ${layout}`),
        loaded.collection
          .allSeries()
          .map(({ key, values, statusOf }) => [
            key,
            [...values].map(([period, value]) => [period, value, statusOf?.(period)]),
          ]),
        [loaded.asides, loaded.problems.map(({ message }) => message), [...loaded.unplaced]],
      ]),
    (error: Error) => error.message,
  );
}

/** A change of one word or column of a declaration, and how it is taken back. */
interface Mutation {
  readonly what: string;
  apply(): void;
  undo(): void;
}

type Node = Record<string, unknown>;

/** What names columns or says what figures are: each of them another than it is. */
const EXCHANGED: Readonly<Record<string, string>> = {
  ...{ export: "import", import: "export", total: "domestic", domestic: "total" },
  ...{ general: "consumption", consumption: "general", fas: "fob", fob: "cif", cif: "fob" },
  ...{ customs: "cif", goods: "services", services: "goods", census: "bop", bop: "census" },
  ...{ yes: "no", no: "yes", "re-export": "export", "re-import": "import" },
};

function changed(text: string): string {
  return EXCHANGED[text] ?? (/^[A-Z]{3}( \w+)?$/.test(text) ? "XAU" : `${text} changed`);
}

/** The mutations of what says what figures are: columns that are not alternatives, and words. */
function mutationsOf(node: unknown, path: string): Mutation[] {
  if (typeof node !== "object" || node === null || node instanceof RegExp) return [];
  const object = node as Node;
  if (Array.isArray(node) && node.length > 1 && node.every((one) => typeof one === "string")) {
    // Names that stand for each other: none of them is the column's any more.
    const names = [...(node as string[])];
    return [
      {
        what: `${path}: ${names.join(" | ")}`,
        apply: () => void node.splice(0, names.length, ...names.map(changed)),
        undo: () => void node.splice(0, names.length, ...names),
      },
    ];
  }
  return Object.keys(object).flatMap((key): Mutation[] => {
    const value = object[key];
    const what = `${path}.${key}`;
    if (LEFT_OUT.has(key)) return [];
    if (typeof value !== "string") return mutationsOf(value, what);
    return [
      {
        what: `${what}: ${value}`,
        apply: () => {
          object[key] = changed(value);
        },
        undo: () => {
          object[key] = value;
        },
      },
    ];
  });
}

/** Names for people, and lists of words of which an excerpt has one: these are held word by word elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["title", "id", "publisher", "unplaced", "repeats", "because", "others", "optional", "groups"],
  ...["file", "codeTable", "missing", "whole", "when", "names", "codes", "all", "asks", "aside"],
  ...["without", "usual", "numbers", "suppressed"],
]);

/** On demand, since every mutation reads the excerpts of its format anew. */
const isAsked = process.env.TRADE_METRICS_MUTATE !== undefined;

describe.skipIf(!isAsked)("a change of one word or column of a format", () => {
  it.each(fileFormats)(
    "changes what is told of its excerpts: $id",
    { timeout: 600_000 },
    async ({ id, layouts }) => {
      const own = excerpts.filter(({ format }) => format === id);
      const before = await Promise.all(own.map(toldOf));
      const unseen: string[] = [];
      for (const layout of layouts) {
        // Of a layout of shares no record is made: shares-files.test.ts has its columns.
        const told = layout.shares ? { header: layout.header } : layout;
        for (const { what, apply, undo } of mutationsOf(told, layout.title)) {
          apply();
          let isSeen = false;
          for (const [at, excerpt] of own.entries()) {
            isSeen = (await toldOf(excerpt)) !== before[at];
            if (isSeen) break;
          }
          undo();
          if (!isSeen) unseen.push(what);
        }
      }
      expect(unseen).toEqual([]);
    },
  );
});
