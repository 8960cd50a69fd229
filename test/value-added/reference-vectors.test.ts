import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  createTable,
  decompose,
  type Exporter,
  type InputOutputTable,
  originOfValueAdded,
  participation,
  readTable,
  valueAddedInFinalDemand,
} from "../../src/value-added/index.ts";
import { expectClose } from "./close-to.ts";
import { expectTerms } from "./exvatools.ts";
import {
  hasShared,
  readJson,
  readMatrix,
  readRecords,
  referenceTable,
  sharedFile,
} from "./shared-files.ts";

const LEATHER = ["Argentina", "Turkey", "Germany"];
const KWW = [
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

/** exvatools' names of the sixteen terms. */
const EXVATOOLS_WWZ = {
  DVA_INTrex1: "DVA_INTrexI1",
  DVA_INTrex2: "DVA_INTrexF",
  DVA_INTrex3: "DVA_INTrexI2",
  RDV_FIN1: "RDV_FIN",
  FVA_FIN1: "MVA_FIN",
  FVA_FIN2: "OVA_FIN",
  FVA_INT1: "MVA_INT",
  FVA_INT2: "OVA_INT",
};

/** Aggregates of a decomposition in terms of its parts. */
const VAX = ["DVA_FIN", "DVA_INT", "DVA_INTrexI1", "DVA_INTrexF", "DVA_INTrexI2"];
const REF = ["RDV_INT", "RDV_FIN", "RDV_FIN2"];
const DDC = ["DDC_FIN", "DDC_INT"];
const FVA = ["OVA_FIN", "MVA_FIN", "OVA_INT", "MVA_INT"];
const FDC = ["ODC", "MDC"];
const WWZ_STANDARD = {
  DC: [...VAX, ...REF, ...DDC],
  DVA: [...VAX, ...REF],
  VAX,
  REF,
  DDC,
  FC: [...FVA, ...FDC],
  FVA,
  FDC,
};
const KWW_TERMS = {
  VAX1: "DVA_FIN",
  VAX2: "DVA_INT",
  VAX3: "DVA_INTrex",
  REF1: "RDV_FIN",
  REF2: "RDV_INT",
  FVA1: "FVA_FIN",
  FVA2: "FVA_INT",
};
const KWW_VAX = ["DVA_FIN", "DVA_INT", "DVA_INTrex"];
const KWW_REF = ["RDV_FIN", "RDV_INT"];
const KWW_STANDARD = {
  DC: [...KWW_VAX, ...KWW_REF, "DDC"],
  DVA: [...KWW_VAX, ...KWW_REF],
  VAX: KWW_VAX,
  REF: KWW_REF,
  FC: ["FVA_FIN", "FVA_INT", "FDC"],
  FVA: ["FVA_FIN", "FVA_INT"],
};
/** Miroudot and Ye (2021) by country perimeter is Borin and Mancini's source view. */
const MIROUDOT_YE = {};

interface TivaReference {
  regions: string[];
  EXGR: number[];
  EXGR_BSCI_rows_origin_cols_exporter: number[][];
  EXGR_DVASH: number[];
  EXGR_FVASH: number[];
  EXGR_DVA: number[];
  EXGR_FVA: number[];
  DEXFVApSH_rows_origin_cols_exporter: number[][];
  FEXDVApSH_rows_origin_cols_exporter: number[][];
  forward_total_pct: number[];
  FD_origin_rows_origin_cols_absorber: number[][];
  IMGR_origin_rows_origin_cols_importer: number[][];
  EXGR_bilateral_rows_exporter: number[][];
}

function expectTiva(table: InputOutputTable, tiva: TivaReference): void {
  const economies = table.economies;
  const origin = originOfValueAdded(table);
  expectClose(
    origin.exporters.map((row) => row.grossExports),
    tiva.EXGR,
    "EXGR",
  );
  expectClose(
    origin.exporters.map((row) => row.domestic),
    tiva.EXGR_DVA,
    "EXGR_DVA",
  );
  expectClose(
    origin.exporters.map((row) => row.foreign),
    tiva.EXGR_FVA,
    "EXGR_FVA",
    1e-7,
  );
  expectClose(
    origin.exporters.map((row) => row.domesticShare!),
    tiva.EXGR_DVASH,
    "DVASH",
  );
  expectClose(
    origin.exporters.map((row) => row.foreignShare!),
    tiva.EXGR_FVASH,
    "FVASH",
  );
  const byOrigin = (matrix: number[][]) =>
    economies.flatMap((_, s) => matrix.map((row) => row[s]!));
  const values = origin.rows.map((row) => row.valueAdded);
  expectClose(values, byOrigin(tiva.EXGR_BSCI_rows_origin_cols_exporter), "EXGR_BSCI");
  const shares = origin.rows.map((row) => row.share!);
  expectClose(shares, byOrigin(tiva.DEXFVApSH_rows_origin_cols_exporter), "DEXFVApSH");

  // TiVA IMGR_BSCI: the origin of gross imports is that of the partners' exports to the importer.
  const imports = originOfValueAdded(table, { by: "partner" }).rows;
  economies.forEach((importer, r) => {
    const ours = economies.map((origin) =>
      imports
        .filter((row) => row.partner === importer && row.origin === origin)
        .reduce((sum, row) => sum + row.valueAdded, 0),
    );
    const expected = tiva.IMGR_origin_rows_origin_cols_importer.map((row) => row[r]!);
    expectClose(ours, expected, `IMGR_BSCI ${importer}`);
  });

  const chains = participation(table);
  expectClose(
    chains.rows.map((row) => row.forward!),
    tiva.forward_total_pct,
    "forward",
  );
  expectClose(
    chains.rows.map((row) => row.backward!),
    tiva.EXGR_FVASH,
    "backward",
  );
  chains.rows.forEach((row, s) => {
    const expected = tiva.FEXDVApSH_rows_origin_cols_exporter[s]!.filter((_, r) => r !== s);
    expectClose(
      row.forwardBy.map((other) => other.share!),
      expected,
      `FEXDVApSH ${row.exporter}`,
    );
  });

  const absorbed = valueAddedInFinalDemand(table);
  absorbed.rows.forEach((row, s) => {
    const expected = tiva.FD_origin_rows_origin_cols_absorber[s]!;
    expectClose(
      row.absorbedBy.map((cell) => cell.valueAdded),
      expected,
      `FD ${row.origin}`,
      1e-6,
    );
  });
}

interface BorinManciniReference {
  [perimeter: string]: Record<string, number[] | number[][]>;
}

function expectBorinMancini(table: InputOutputTable, reference: BorinManciniReference): void {
  table.economies.forEach((exporter, s) => {
    for (const approach of ["source", "sink"] as const) {
      for (const perimeter of ["exporter", "world"] as const) {
        const expected = reference[`${perimeter}_${approach}_country`];
        if (expected === undefined) continue;
        const { totals } = decompose(table, { exporter, approach, perimeter, detail: false });
        for (const [name, values] of Object.entries(expected)) {
          const ours = totals[name === "GEXP" ? "EXGR" : name]!;
          expectClose(
            [ours],
            [values[s] as number],
            `${perimeter} ${approach} ${name}`,
            1e-12 * totals.EXGR!,
          );
        }
      }
      const industries = reference[`exporter_${approach}_sector`];
      if (industries !== undefined) {
        expectByIndustry(decompose(table, { exporter, approach }), industries, table, s);
      }
      const bilateral = reference[`exporter_${approach}_bilateral`];
      if (bilateral === undefined) continue;
      const answer = decompose(table, { exporter, approach });
      for (const [name, values] of Object.entries(bilateral)) {
        for (const row of answer.rows) {
          const i = s * table.industries.length + table.industries.indexOf(row.industry);
          const expected = (values as number[][])[i]![table.economies.indexOf(row.partner)]!;
          const ours = row.terms[name === "GEXP" ? "EXGR" : name]!;
          expectClose([ours], [expected], `${approach} ${name} ${row.industry} ${row.partner}`);
        }
      }
    }
    const flows = reference.self_bilateral;
    if (flows === undefined) return;
    const answer = decompose(table, { exporter, perimeter: "industry" });
    expectByIndustry(answer, reference.self_sector!, table, s);
    for (const row of decompose(table, { exporter, perimeter: "industry-and-partner" }).rows) {
      const i = s * table.industries.length + table.industries.indexOf(row.industry);
      const r = table.economies.indexOf(row.partner);
      for (const [name, values] of Object.entries(flows)) {
        const ours = row.terms[name === "GEXP" ? "EXGR" : name]!;
        expectClose([ours], [(values as number[][])[i]![r]!], `flow ${name}`);
      }
    }
  });
}

/** Terms by exporting industry, over all partners. */
function expectByIndustry(
  answer: ReturnType<typeof decompose>,
  expected: Record<string, number[] | number[][]>,
  table: InputOutputTable,
  s: number,
): void {
  for (const [name, values] of Object.entries(expected)) {
    table.industries.forEach((industry, j) => {
      const ours = answer.rows
        .filter((row) => row.industry === industry)
        .reduce((sum, row) => sum + row.terms[name === "GEXP" ? "EXGR" : name]!, 0);
      const value = values[s * table.industries.length + j] as number;
      expectClose([ours], [value], `${name} of ${industry}`);
    });
  }
}

describe.skipIf(!hasShared("vectors", "leather"))("reference vectors: leather (3 x 3)", () => {
  const table = () =>
    referenceTable(
      "leather",
      { flows: "input_inter_Z.csv", finalDemand: "input_final_Y.csv" },
      LEATHER,
    );

  it("agrees with the TiVA indicators", () => {
    expectTiva(table(), readJson("vectors", "leather", "expected_tiva_indicators.json"));
  });

  it("agrees with all perimeters and approaches of Borin and Mancini", () => {
    const { bm } = readJson<{ bm: BorinManciniReference }>(
      "vectors",
      "leather",
      "expected_bm2019_reference.json",
    );
    expectBorinMancini(table(), bm);
  });

  it("agrees with the nine terms of decompr", () => {
    const world = table();
    for (const row of readRecords("vectors", "leather", "expected_decompr_kww.csv")) {
      const { totals } = decompose(world, {
        exporter: row.Country!,
        method: "koopman-wang-wei",
        detail: false,
      });
      expectClose(
        KWW.map((term) => totals[term]!),
        KWW.map((term) => Number(row[term])),
        row.Country!,
      );
    }
  });

  it("agrees with the sixteen terms of decompr, by industry and partner", () => {
    expectSixteen(table(), "expected_decompr_wwz16.csv");
  });

  it("agrees with the nine terms of decompr by industry and partner", () => {
    const world = table();
    const answers = new Map(
      world.economies.map((exporter) => [
        exporter,
        decompose(world, { exporter, method: "koopman-wang-wei" }),
      ]),
    );
    for (const row of readRecords("vectors", "leather", "expected_decompr_wwz2kww_sector.csv")) {
      if (row.Exporting_Country === row.Importing_Country) continue;
      const ours = answers
        .get(row.Exporting_Country!)!
        .rows.find(
          (r) => r.industry === row.Exporting_Industry && r.partner === row.Importing_Country,
        )!;
      expectClose(
        KWW.map((term) => ours.terms[term]!),
        KWW.map((term) => Number(row[term])),
        "kww",
      );
    }
  });

  it("agrees with decompr's source decomposition of exports by industry of origin", () => {
    const world = table();
    const answer = originOfValueAdded(world, { by: "industry-of-origin" });
    const expected = new Map<string, number>();
    for (const row of readRecords("vectors", "leather", "expected_decompr_leontief_exports.csv")) {
      const key = `${row.Using_Country}|${row.Source_Country}|${row.Source_Industry}`;
      expected.set(key, (expected.get(key) ?? 0) + Number(row.FVAX));
    }
    expect(answer.rows).toHaveLength(expected.size);
    for (const row of answer.rows) {
      const key = `${row.exporter}|${row.origin}|${row.industry}`;
      expectClose([row.valueAdded], [expected.get(key)!], key);
    }
  });

  it("agrees with decompr on value added in final demand by industry of origin", () => {
    const world = table();
    const answer = valueAddedInFinalDemand(world, { byIndustry: true });
    for (const row of readRecords(
      "vectors",
      "leather",
      "expected_decompr_leontief_final_demand.csv",
    )) {
      const ours = answer.rows
        .find((r) => r.origin === row.Source_Country)!
        .byIndustry.find(
          (r) => r.industry === row.Source_Industry && r.economy === row.Importing_Country,
        )!;
      expectClose([ours.valueAdded], [Number(row.Final_Demand)], row.Source_Country!);
    }
  });

  it("agrees with exvatools by industry and partner", () => {
    const short = { ARG: "Argentina", TUR: "Turkey", DEU: "Germany" };
    const industries = ["AGR", "TEX", "TRN"];
    const world = { ...table(), economies: Object.keys(short), industries };
    for (const exporter of world.economies) {
      let compared = 0;
      for (const output of ["standard", "terms"]) {
        const file = (method: string) => [
          "vectors",
          "leather",
          `expected_exvatools_all_${method}_${output}.csv`,
        ];
        const source = decompose(world, { exporter });
        const sink = decompose(world, { exporter, approach: "sink" });
        const sixteen = decompose(world, { exporter, method: "wang-wei-zhu" });
        const nine = decompose(world, { exporter, method: "koopman-wang-wei" });
        compared += expectTerms(source, file("bm_src"));
        compared += expectTerms(source, file("my"), MIROUDOT_YE);
        compared += expectTerms(sink, file("bm_snk"));
        compared += expectOecd(world, exporter, file("oecd"), output);
        compared += expectTerms(
          sixteen,
          file("wwz"),
          output === "terms" ? EXVATOOLS_WWZ : WWZ_STANDARD,
        );
        compared += expectTerms(nine, file("kww"), output === "terms" ? KWW_TERMS : KWW_STANDARD);
      }
      expect(compared).toBeGreaterThan(400);
    }
  });
});

/** The OECD's parts, and the indicators beside them, which are answers of their own here. */
function expectOecd(
  table: InputOutputTable,
  exporter: Exporter,
  path: string[],
  output: string,
): number {
  const parts = decompose(table, { exporter, method: "oecd" });
  if (output === "terms") return expectTerms(parts, path);
  const absorbed = valueAddedInFinalDemand(table, { origins: [exporter], byIndustry: true })
    .rows[0]!;
  const backward = originOfValueAdded(table, { exporters: [exporter], by: "industry-of-export" });
  const members = typeof exporter === "string" ? [exporter] : exporter.members;
  const others = table.economies.filter((economy) => !members.includes(economy));
  const forward = originOfValueAdded(table, { exporters: others, by: "industry-of-export" });
  const rows = parts.rows.map(({ industry, partner, terms }) => {
    const VAX = absorbed.byIndustry.find(
      (row) => row.industry === industry && row.economy === partner,
    )!;
    const GVCB = backward.rows.find((row) => row.industry === industry && row.origin === partner)!;
    const GVCF = forward.rows
      .filter(
        (row) =>
          row.industry === industry && row.exporter === partner && members.includes(row.origin),
      )
      .reduce((sum, row) => sum + row.valueAdded, 0);
    const DVA = terms.EXGR_DDC! + terms.EXGR_IDC!;
    return {
      industry,
      partner,
      terms: {
        EXGR: terms.EXGR!,
        DC: terms.EXGR_DVA!,
        DVA,
        VAX: VAX.valueAdded,
        REF: DVA - VAX.valueAdded,
        DDC: terms.EXGR_RIM!,
        FC: terms.EXGR_FVA!,
        GVC: GVCB.valueAdded + GVCF,
        GVCB: GVCB.valueAdded,
        GVCF,
      },
    };
  });
  // In a group, exvatools counts what its members sell each other as exports of the member.
  const isOfGroup = typeof exporter !== "string";
  const isSkipped = (term: string) => isOfGroup && term.startsWith("GVC");
  return expectTerms({ ...parts, rows }, path, {}, isSkipped);
}

function expectSixteen(world: InputOutputTable, file: string): void {
  const answers = new Map(
    world.economies.map((exporter) => [
      exporter,
      decompose(world, { exporter, method: "wang-wei-zhu" }),
    ]),
  );
  for (const row of readRecords("vectors", "leather", file)) {
    if (row.Exporting_Country === row.Importing_Country) continue;
    const ours = answers
      .get(row.Exporting_Country!)!
      .rows.find(
        (r) => r.industry === row.Exporting_Industry && r.partner === row.Importing_Country,
      )!;
    const { EXGR, ...terms } = ours.terms;
    expectClose([EXGR!], [Number(row.texp)], "texp");
    for (const [name, value] of Object.entries(terms))
      expectClose([value], [Number(row[name])], name);
  }
}

describe.skipIf(!hasShared("vectors", "gvc3_korea_docs"))(
  "reference vectors: three economies of one industry",
  () => {
    const table = () =>
      referenceTable("gvc3_korea_docs", { flows: "input_Z.csv", finalDemand: "input_Y.csv" }, [
        "C1",
        "C2",
        "C3",
      ]);
    const reference = () =>
      readJson<{
        tiva: TivaReference;
        bm: BorinManciniReference;
        kww_country: Record<string, number[]>;
      }>("vectors", "gvc3_korea_docs", "expected.json");

    it("agrees with TiVA, Borin and Mancini, and the nine terms", () => {
      const { tiva, bm, kww_country: kww } = reference();
      expectTiva(table(), tiva);
      expectBorinMancini(table(), bm);
      table().economies.forEach((exporter, s) => {
        const { totals } = decompose(table(), {
          exporter,
          method: "koopman-wang-wei",
          detail: false,
        });
        for (const term of KWW) expectClose([totals[term]!], [kww[term]![s]!], term);
      });
    });
  },
);

describe.skipIf(!hasShared("vectors", "wiod2011_agg8"))(
  "reference vectors: 2011 in eight regions",
  () => {
    it("agrees with TiVA, Borin and Mancini, and the nine terms, read in the ICIO layout", async () => {
      const table = await readTable(sharedFile("vectors", "wiod2011_agg8", "icio_layout.csv"));
      const reference = readJson<{
        tiva: TivaReference;
        bm: BorinManciniReference;
        kww_country: Record<string, number[]>;
      }>("vectors", "wiod2011_agg8", "expected.json");
      expectTiva(table, reference.tiva);
      expectBorinMancini(table, reference.bm);
      table.economies.forEach((exporter, s) => {
        const { totals } = decompose(table, {
          exporter,
          method: "koopman-wang-wei",
          detail: false,
        });
        for (const term of KWW)
          expectClose([totals[term]!], [reference.kww_country[term]![s]!], term, 1e-5);
      });
      const stated = readMatrix("vectors", "wiod2011_agg8", "expected_X_VA_v_E.csv");
      expectClose(
        table.output,
        stated.values.filter((_, i) => i % 4 === 0),
        "X",
      );
      expectClose(
        table.valueAdded,
        stated.values.filter((_, i) => i % 4 === 1),
        "VA",
      );
    });
  },
);

describe.skipIf(!hasShared("vectors", "split-economies"))(
  "reference vectors: split economies and groups",
  () => {
    const LAYOUT = () =>
      readTable(sharedFile("data", "icio-layouts", "icio_ext_layout_from_iciotest.csv"));
    // exvatools adds up the parts of a split importer before it multiplies them (VAXIM only), so that
    // what MX1 uses meets what MX2 absorbs.
    const isFoldedTooEarly = (term: string, partner: string) =>
      term === "VAXIM" && (partner === "MEX" || partner === "CHN");
    const GROUPS = {
      EU27: ["ESP", "FRA"],
      NAFTA: ["MEX", "USA"],
    };

    it("follows value added with the border at the economy and folds last", async () => {
      const table = await LAYOUT();
      const rules = readJson<{
        origin_split_then_fold: number[][];
        EXGR: number[];
        DVASH_split_then_fold: number[];
        DVASH_meld_first: number[];
      }>("vectors", "split-economies", "expected_split_rules.json");
      const answer = originOfValueAdded(table);
      expectClose(
        answer.exporters.map((row) => row.grossExports),
        rules.EXGR,
        "EXGR",
      );
      expectClose(
        answer.exporters.map((row) => row.domesticShare!),
        rules.DVASH_split_then_fold,
        "DVASH",
      );
      const expected = table.economies.flatMap((_, s) =>
        rules.origin_split_then_fold.map((row) => row[s]!),
      );
      expectClose(
        answer.rows.map((row) => row.valueAdded),
        expected,
        "origin",
      );
    });

    it("would have other shares, and false ones, had it folded before the solve", async () => {
      const table = await LAYOUT();
      const { DVASH_meld_first: expected } = readJson<{ DVASH_meld_first: number[] }>(
        "vectors",
        "split-economies",
        "expected_split_rules.json",
      );
      const { exporters } = originOfValueAdded(foldedFirst(table));
      expectClose(
        exporters.map((row) => row.domesticShare!),
        expected,
        "DVASH",
      );
    });

    it("agrees with exvatools on the origin of bilateral exports by exporting industry", async () => {
      const table = await LAYOUT();
      for (const exporter of ["CHN", "ESP", "MEX", "USA"]) {
        const path = ["vectors", "split-economies", `expected_exvadir_TC_EXGR_${exporter}.csv`];
        for (const partner of table.economies) {
          if (partner === exporter) continue;
          const answer = originOfValueAdded(table, {
            exporters: [exporter],
            partner,
            by: "industry-of-export",
          });
          const expected = readRecords(...path).filter((row) => row.col === partner);
          const ours = expected.map(({ row }) => {
            const origin = answer.rows.find((cell) => `${cell.origin}_${cell.industry}` === row)!;
            return origin.valueAdded;
          });
          expectClose(
            ours,
            expected.map((row) => Number(row.value)),
            `${exporter} to ${partner}`,
          );
        }
      }
    });

    it("agrees with exvatools for economies, split economies and groups", async () => {
      const table = await LAYOUT();
      for (const exporter of [...table.economies, ...Object.keys(GROUPS)]) {
        const members = GROUPS[exporter as keyof typeof GROUPS];
        const who = members === undefined ? exporter : { name: exporter, members };
        const source = decompose(table, { exporter: who });
        const sink = decompose(table, { exporter: who, approach: "sink" });
        const sixteen = decompose(table, { exporter: who, method: "wang-wei-zhu" });
        const nine = decompose(table, { exporter: who, method: "koopman-wang-wei" });
        let compared = 0;
        for (const prefix of ["all", exporter]) {
          if (prefix === "all" && members !== undefined) continue;
          for (const output of ["standard", "terms"]) {
            const file = (method: string) => [
              "vectors",
              "split-economies",
              `expected_exvatools_${prefix}_${method}_${output}.csv`,
            ];
            if (!existsSync(sharedFile(...file("wwz")))) continue;
            compared += expectTerms(source, file("bm_src"));
            compared += expectTerms(source, file("my"), MIROUDOT_YE);
            compared += expectTerms(sink, file("bm_snk"), {}, isFoldedTooEarly);
            compared += expectOecd(table, who, file("oecd"), output);
            compared += expectTerms(
              sixteen,
              file("wwz"),
              output === "terms" ? EXVATOOLS_WWZ : WWZ_STANDARD,
            );
            compared += expectTerms(
              nine,
              file("kww"),
              output === "terms" ? KWW_TERMS : KWW_STANDARD,
            );
          }
        }
        expect(compared).toBeGreaterThan(400);
      }
    });
  },
);

/** The parts of split economies added up into one row and column for each economy's industry. */
function foldedFirst(table: InputOutputTable): InputOutputTable {
  const industries = table.industries.length;
  const n = table.economies.length * industries;
  const G = table.economies.length;
  const rows = table.labels.length;
  const flows = new Float64Array(n * n);
  const finalDemand = new Float64Array(n * G);
  const place = (i: number) => table.economyOf[i]! * industries + table.industryOf[i]!;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) flows[place(i) * n + place(j)]! += table.flows[i * rows + j]!;
    for (let g = 0; g < G; g++) finalDemand[place(i) * G + g]! += table.finalDemand[i * G + g]!;
  }
  return createTable({
    economies: table.economies,
    industries: table.industries,
    flows,
    finalDemand,
  });
}
