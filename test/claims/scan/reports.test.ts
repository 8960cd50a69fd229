import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { isOtherQuantity } from "../../../src/claims/scan/scanned-number.ts";
import { EPI, EPI_COUNTS, type Printed, WILSON, WILSON_COUNTS } from "./printed-numbers.ts";

const folder = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "reports");
const cases = [
  { file: "wilson-2025.txt", byHand: [...WILSON, ...WILSON_COUNTS] },
  { file: "epi-2025.txt", byHand: [...EPI, ...EPI_COUNTS] },
];

/** In the order of lines, and by token within one. */
function sorted(numbers: readonly Printed[]): Printed[] {
  return [...numbers].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
}

for (const { file, byHand } of cases) {
  const path = join(folder, file);
  const absent = !existsSync(path);
  describe(`the numbers of ${file}${absent ? ` (skipped: ${path} is not there)` : ""}`, () => {
    test.skipIf(absent)(
      "are those that a reader listed by hand, none missing and none more",
      () => {
        const claims = scanText(readFileSync(path, "utf8")).filter(
          ({ ignored }) => ignored === null || isOtherQuantity(ignored),
        );
        const found = claims.map((number): Printed => [number.place.line, number.raw]);
        expect(sorted(found)).toEqual(sorted(byHand));
      },
    );

    test.skipIf(absent)("hold every run of digits once", () => {
      const text = readFileSync(path, "utf8");
      const numbers = scanText(text);
      for (const run of text.matchAll(/\d+/g)) {
        const owners = numbers.filter(
          ({ place }) => place.offset <= run.index && run.index + run[0].length <= place.end,
        );
        expect(owners, `${run[0]} at ${run.index}`).toHaveLength(1);
      }
    });
  });
}
