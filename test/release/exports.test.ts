import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Where a program, the command or a script comes in; nothing else needs to import these. */
const entries = /^(src\/(\w[\w-]*\/)?index\.ts|scripts\/|bench\/)|\.test\.ts$/;

const files = ["src", "scripts", "bench", "test"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { path: join(folder, name), text, words: new Set(text.match(/\w+/g)) };
    }),
);

it("every function, constant and class that a file exports is named in another one", () => {
  const unused = files
    .filter(({ path }) => !entries.test(path))
    .flatMap(({ path, text }) => {
      const declared = text.matchAll(
        /^export (?:abstract |async )*(?:const|function|class) (\w+)/gm,
      );
      return [...declared]
        .map(([, name]) => name!)
        .filter((name) => !files.some((other) => other.path !== path && other.words.has(name)))
        .map((name) => `${path}: ${name}`);
    });
  expect(unused).toEqual([]);
});
