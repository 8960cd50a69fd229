import { expect, test } from "vitest";
import { claimFile, verifyText } from "./own-claims.ts";

// US Census Bureau: exports and imports by HS chapter of 2024 were embedded as released after April 2025.
// Imports of vehicles (HS 87) from Mexico in 2024: 136.56 billion dollars.
const vehicles = (reported: string) => ({
  ...{ reported, unit: "USD", scale: "billion", says: "Imports of vehicles from Mexico in 2024" },
  compute: { metric: "flow", of: "imports", product: "hs:87", partner: "MX", period: "2024" },
});

async function verdictOf(reported: string) {
  const file = JSON.parse(claimFile([vehicles(reported)]));
  const { vintage: _, ...report } = file.report;
  const text = JSON.stringify({ ...file, report: { ...report, date: "2025-04-15" } });
  const { claims } = await verifyText(text);
  return claims[0]!;
}

test("a figure that no data of the report's day have is held against those released later", async () => {
  const { verdict, checks } = await verdictOf("136.6");
  expect([verdict, checks[0]!.note]).toEqual([
    "reproduced",
    "by data released later: those that the report could know have none",
  ]);
  expect((await verdictOf("116.6")).verdict).toBe("mismatch");
});

test("but is not called wrong where a revision may have taken it", async () => {
  expect((await verdictOf("136.9")).verdict).toBe("not-checkable");
});
