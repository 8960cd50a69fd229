import { expect, it } from "vitest";
import { checkDocument } from "../../src/claims/reading/check-document.ts";
import { readDocument } from "../../src/documents/read.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";

// US Census Bureau, vintage 2025-04: the deficit with Mexico was 152.5 billion dollars in 2023, and 127.8 in 2022.
const chapter = `## Mexico

The goods deficit with Mexico was $152.5 billion in 2023, up from $127.8 billion in 2022.

${"Nothing else is told of it here, and nobody counts these words.\n\n".repeat(200)}`;

const told: number[] = [];
const check = async (chapters: number) => {
  const text = `Published on April 10, 2025\n\n${chapter.repeat(chapters)}`;
  const document = await readDocument(new TextEncoder().encode(text), "text.md");
  const { numbers } = await checkDocument(document, countries(), null, [], (at) => told.push(at));
  return numbers.map(({ read, outcome }) => ({
    ...{ printed: read.number.raw, outcome },
    says: read.readings.map(({ statement }) => statement.period?.label),
  }));
};

it("a long text is read part by part, each with the date of the first, and says how far it is", async () => {
  const one = await check(1);
  expect(one).toEqual([
    { printed: "$152.5 billion", outcome: "agrees", says: ["2023"] },
    { printed: "$127.8 billion", outcome: "agrees", says: ["2022"] },
  ]);
  // 13,000 characters each: one part holds four.
  expect(told).toEqual([]);
  expect(await check(9)).toEqual(Array.from({ length: 9 }, () => one).flat());
  expect(told).toHaveLength(2);
  expect(told[0]).toBeGreaterThan(50_000);
  expect(told[1]).toBeGreaterThan(100_000);
});
