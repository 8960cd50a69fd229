import { describe, expect, it } from "vitest";
import { firstRows } from "../../../src/sources/files/csv.ts";
import { recognise } from "../../../src/sources/formats/recognise.ts";
import { fileFormats } from "../../../src/sources/formats/registry.ts";
import { excerpts } from "./excerpts.ts";

const tables = excerpts.flatMap(({ title, format, content }) =>
  typeof content === "string" && !/^\s*[[{]/.test(content) ? [{ title, format, content }] : [],
);

// The order of the registry must not be what tells two formats apart.
describe("a file of one format", () => {
  it.each(tables)("is in no other: $title", ({ format, content }) => {
    const rows = firstRows(content, "data", 32);
    const others = fileFormats.filter(
      (other) => other.id !== format && recognise(rows, [other]) !== null,
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });
});
