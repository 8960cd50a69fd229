import { expect, test } from "vitest";
import { run } from "../../cli/run.ts";
import { fileWith } from "../../sources/files-for-tests.ts";

// US Census, vintage 2025-04: exports to the published row of the European Union fell from 337,273.2
// million in 2019, with the United Kingdom, to 232,836 without it; to its 27 members by 13.18 %.
test("a growth that sets the EU with the United Kingdom against the EU without it is named", async () => {
  const file = fileWith(
    [
      'report: { id: r, title: R, publisher: P, date: "2025-06" }',
      "claims:",
      "  - id: exports",
      "    where: { section: S, line: 1 }",
      "    says: exports to the EU fell 31.0 percent",
      '    reported: "-31.0"',
      "    unit: percent",
      '    compute: { metric: growth, partner: EU, of: exports, from: "2019", to: "2020" }',
    ].join("\n"),
    "eu.yaml",
  );
  const { status, stdout } = await run(["verify", file]);
  expect(status).toBe(1);
  const text = stdout.replace(/\s+/g, " ");
  expect(text).toContain("should read -13.2");
  expect(text).toContain(
    "= the published row of the group in vintage 2025-04, whose members change: gives -30.96",
  );
});
