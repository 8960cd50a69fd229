import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StoredTable } from "../../../src/sources/files/row-source.ts";
import { sampledRows } from "../../../src/sources/files/sampled-rows.ts";
import { fileWith } from "../files-for-tests.ts";

function sampleOf(text: string, skip = 1) {
  const path = fileWith(text);
  const { size: bytes } = statSync(path);
  const stored: StoredTable = { path, kind: "csv", delimiter: ",", bytes };
  return [...sampledRows(stored, skip)];
}

describe("a sample of the rows of a text", () => {
  it("is of whole rows from all over it", () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},${"x".repeat(at % 50)},end`);
    const sample = sampleOf(`a,b,c\n${rows.join("\n")}\n`);
    for (const [at, text, end] of sample) {
      expect([text!.length, end]).toEqual([Number(at) % 50, "end"]);
    }
    const parts = new Set(sample.map(([at]) => Math.floor((Number(at) / 100_000) * 200)));
    expect(parts.size).toBe(200);
  });

  it("holds no header, no row with a quote and no part of a row, whatever ends lines", () => {
    expect(sampleOf('title\na,b\n1,2\r\n"3,4",5\n6,7\n8', 2)).toEqual([
      ["1", "2"],
      ["6", "7"],
    ]);
  });

  it("is empty where there is no line behind the header", () => {
    expect(sampleOf("a,b")).toEqual([]);
    expect(sampleOf("a,b\n")).toEqual([]);
    expect(sampleOf("a\rb\r1\r2\r")).toEqual([]);
  });
});
