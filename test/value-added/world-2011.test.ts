import { beforeAll, describe, expect, it } from "vitest";
import {
  decompose,
  type InputOutputTable,
  originOfValueAdded,
  readTable,
} from "../../src/value-added/index.ts";
import { expectClose } from "./close-to.ts";
import { hasShared, readMatrix, readRecords, sharedFile } from "./shared-files.ts";

describe.skipIf(!hasShared("data", "wiod", "wiot_2011.csv.gz"))(
  "the world table of 2011 (WIOD 2013 release)",
  () => {
    let table: InputOutputTable;
    beforeAll(async () => {
      table = await readTable(sharedFile("data", "wiod", "wiot_2011.csv.gz"));
    });

    it("has the shares of United States value added in exports that decompr and pymrio give", () => {
      const { rows } = originOfValueAdded(table);
      const share = (origin: string, exporter: string) =>
        rows.find((row) => row.origin === origin && row.exporter === exporter)!.share!;
      expect(share("USA", "MEX")).toBeCloseTo(11.057, 3);
      expect(share("USA", "CAN")).toBeCloseTo(8.683, 3);
      expect(share("USA", "CHN")).toBeCloseTo(2.429, 3);
      expect(share("USA", "DEU")).toBeCloseTo(2.099, 3);
      expect(share("CHN", "USA")).toBeCloseTo(1.881, 3);
      expect(share("CAN", "USA")).toBeCloseTo(1.87, 3);
      expect(share("MEX", "USA")).toBeCloseTo(1.299, 3);
      expect(share("DEU", "USA")).toBeCloseTo(0.711, 3);
    });

    it("agrees with every origin of every exporter, solved by exporter or by origin", () => {
      const expected = readMatrix("data", "wiod", "expected_origin_by_exporter_2011.csv");
      const shares = readMatrix("data", "wiod", "expected_origin_share_pct_2011.csv");
      const G = table.economies.length;
      const { rows, solve } = originOfValueAdded(table);
      expect(solve.method).toBe("krylov");
      expect(solve.residual).toBeLessThan(1e-13);
      const transposed = originOfValueAdded(table, { by: "partner" });
      const byOrigin = new Float64Array(G * G);
      for (const row of transposed.rows) {
        const s = table.economies.indexOf(row.exporter);
        byOrigin[s * G + table.economies.indexOf(row.origin)]! += row.valueAdded;
      }
      const reference = rows.map((row) => {
        const at = table.economies.indexOf(row.origin) * G + table.economies.indexOf(row.exporter);
        return { value: expected.values[at]!, share: shares.values[at]! };
      });
      expectClose(
        rows.map((row) => row.valueAdded),
        reference.map((cell) => cell.value),
        "origin",
      );
      expectClose(
        byOrigin,
        reference.map((cell) => cell.value),
        "by origin",
      );
      expectClose(
        rows.map((row) => row.share!),
        reference.map((cell) => cell.share),
        "share",
        6e-7,
      );
    });

    it("agrees with the nine terms of decompr", () => {
      const names = [
        "DVA_FIN",
        "DVA_INT",
        "DVA_INTrex",
        "RDV_FIN",
        "RDV_INT",
        "DDC",
        "FVA_FIN",
        "FVA_INT",
        "FDC",
      ];
      for (const row of readRecords("data", "wiod", "expected_decompr_kww_2011.csv")) {
        if (!["USA", "MEX", "LUX", "RoW"].includes(row.Country!)) continue;
        const { totals } = decompose(table, {
          exporter: row.Country!,
          method: "koopman-wang-wei",
          detail: false,
        });
        for (const name of names.slice(0, 8)) {
          expectClose([totals[name]!], [Number(row[name])], `${row.Country} ${name}`, 1e-6);
        }
        // decompr takes the ninth as what the others leave of the exports, so that what the table
        // does not balance by is in it.
        const left = names.slice(0, 8).reduce((rest, name) => rest - totals[name]!, totals.EXGR!);
        expectClose([left], [Number(row.FDC)], `${row.Country} FDC`, 1e-6);
        expect(Math.abs(totals.FDC! - left)).toBeLessThan(1e-3 * totals.EXGR!);
      }
    });

    it("agrees with the sixteen terms of decompr between economies", () => {
      const records = readRecords(
        "data",
        "wiod",
        "expected_decompr_wwz16_country_bilateral_2011.csv",
      );
      const { rows } = decompose(table, { exporter: "MEX", method: "wang-wei-zhu" });
      for (const record of records.filter((row) => row.exp === "MEX" && row.imp !== "MEX")) {
        const { exp: _exp, imp, texp, texpint: _int, texpfd: _fd, ...terms } = record;
        const ours = rows.filter((row) => row.partner === imp);
        const sum = (name: string) => ours.reduce((total, row) => total + row.terms[name]!, 0);
        expectClose([sum("EXGR")], [Number(texp)], `exports to ${imp}`);
        for (const [name, value] of Object.entries(terms)) {
          expectClose([sum(name)], [Number(value)], `${name} to ${imp}`, 1e-7);
        }
      }
    });
  },
);
