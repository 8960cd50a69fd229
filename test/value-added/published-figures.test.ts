import { describe, expect, it } from "vitest";
import {
  createTable,
  decompose,
  type InputOutputTable,
  originOfValueAdded,
  participation,
  valueAddedInFinalDemand,
} from "../../src/value-added/index.ts";
import { modelOf } from "../../src/value-added/model.ts";
import { expectClose } from "./close-to.ts";

/**
 * The table `leather` of the R package decompr (Quast and Kummritz 2015): Argentina, Turkey and
 * Germany by agriculture, textile and leather, transport equipment.
 */
function leather(): InputOutputTable {
  const flows = [
    [16.1, 5.1, 1.8, 3.2, 4.3, 0.4, 3.1, 2.8, 4.9],
    [2.4, 8, 3.2, 0.1, 3.2, 1.6, 1.2, 3.9, 11.5],
    [0.9, 0.5, 4, 0, 0.1, 0.3, 0, 0.4, 0.5],
    [1.1, 1.9, 0.2, 18, 13.2, 6.1, 9, 3.1, 8.9],
    [0.3, 2.8, 0.1, 6.1, 28.1, 6.3, 2.1, 2.5, 25.6],
    [0, 0.1, 0.3, 4.1, 3.2, 8.9, 0.2, 0, 1.8],
    [1.2, 4.2, 0.3, 4.1, 1.2, 0.6, 29, 19.5, 17.9],
    [1.3, 1.1, 0, 3.2, 4.8, 2.6, 5.1, 29.1, 24.1],
    [2.1, 1.4, 3, 4.1, 3.1, 3.9, 11.3, 8.1, 51.3],
  ];
  const finalDemand = [
    [21.5, 6.1, 8.4],
    [16.2, 1.9, 5.1],
    [11, 0.5, 0.8],
    [7.5, 29.5, 14.2],
    [8.9, 24.9, 16.9],
    [1.2, 18.5, 4.9],
    [9.2, 17.9, 51.2],
    [7.9, 10.1, 38.5],
    [25.1, 35.2, 68.4],
  ];
  return createTable({
    economies: ["ARG", "TUR", "DEU"],
    industries: ["AGR", "TEX", "TRN"],
    flows: Float64Array.from(flows.flat()),
    finalDemand: Float64Array.from(finalDemand.flat()),
  });
}

describe("leather, as printed by decompr and exvatools", () => {
  it("has the origins of gross exports of decompr's Leontief decomposition", () => {
    const { exporters, rows, identities, warnings } = originOfValueAdded(leather());
    expectClose(
      exporters.map((row) => row.grossExports),
      [64.3, 113.6, 147.6],
      "exports",
    );
    const expected = [
      ...[53.6899564912647, 4.2388587168533, 6.37118479188204],
      ...[8.1868494338341, 92.4617531596313, 12.9513974065346],
      ...[13.4478978589944, 22.861519081646, 111.29058305936],
    ];
    expectClose(
      rows.map((row) => row.valueAdded),
      expected,
      "origin",
      0,
      1e-13,
    );
    const shares = [83.49915472980506, 81.39238834474585, 75.4001240239564];
    expectClose(
      exporters.map((row) => row.domesticShare!),
      shares,
      "domestic share",
      0,
      1e-13,
    );
    expect(identities.every((identity) => identity.difference < 1e-14)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it("has TiVA's forward participation", () => {
    const { rows } = participation(leather());
    const forward = [33.646574327882504, 23.85596637191837, 13.09118035123079];
    expectClose(
      rows.map((row) => row.forward!),
      forward,
      "FEXDVApSH",
      0,
      1e-13,
    );
    const toTurkeyAndGermany = [12.732269726025041, 20.914304601857474];
    expectClose(
      rows[0]!.forwardBy.map((other) => other.share!),
      toTurkeyAndGermany,
      "Argentina",
      0,
      1e-13,
    );
  });

  it("has value added in final demand abroad, FFD_DVA", () => {
    const { rows } = valueAddedInFinalDemand(leather());
    expectClose(
      rows[0]!.absorbedBy.map((cell) => cell.valueAdded),
      [44.86791189689766, 18.49309903438807, 28.23898906871424],
      "Argentina",
      0,
      1e-13,
    );
    const abroad = [
      18.49309903438807 + 28.23898906871424,
      24.661290568760734 + 52.68015310183228,
      38.97079753434158 + 57.74834463620494,
    ];
    expectClose(
      rows.map((row) => row.abroad),
      abroad,
      "abroad",
      0,
      1e-13,
    );
  });

  it("has the nine terms of decompr's kww", () => {
    const expected = {
      ARG: [
        19.3494046456611, 18.9711926763963, 8.41149078104494, 5.2595010759422, 0.825972385983566,
        0.872394926236567, 3.4505953543389, 3.38861658354256, 3.77083157085389,
      ],
      TUR: [
        43.3946137362997, 26.2067765067682, 7.74005342752512, 10.4757950566318, 2.00757811431065,
        2.63693631809582, 10.2053862637003, 5.35969778841281, 5.57316278825559,
      ],
      DEU: [
        78.7310083182376, 15.2396701904238, 2.74846366188505, 5.68966929677241, 4.43359159915034,
        4.44817999289037, 26.6689916817624, 4.45502422853345, 5.18540103034456,
      ],
    };
    for (const [exporter, values] of Object.entries(expected)) {
      for (const detail of [false, true]) {
        const answer = decompose(leather(), { exporter, method: "koopman-wang-wei", detail });
        const { EXGR: _, ...terms } = answer.totals;
        expectClose(Object.values(terms), values, exporter, 0, 1e-12);
      }
    }
  });

  it("has the sixteen terms of decompr's wwz: Argentina's agriculture to Turkey", () => {
    const { rows } = decompose(leather(), { exporter: "ARG", method: "wang-wei-zhu" });
    const row = rows.find(({ industry, partner }) => industry === "AGR" && partner === "TUR")!;
    const { EXGR, ...terms } = row.terms;
    expectClose(
      Object.values(terms),
      [
        ...[5.47443539513756, 2.68136859378136, 1.13634406771654, 1.40930026569479],
        ...[0.504931543868924, 0.168614729681569, 0.705683723033204, 0.347019750860001],
        ...[0.411263559621243, 0.214301045241198, 0.195884051739186, 0.102071180516087],
        ...[0.0648641455316338, 0.0717157407478384, 0.336735968098162, 0.17546623873071],
      ],
      "terms",
      0,
      1e-12,
    );
    expectClose([EXGR!], [14], "exports", 0, 1e-14);
  });

  it("has the foreign value added of every definition, which differ", () => {
    const foreign = (options: Partial<Parameters<typeof decompose>[1]>) =>
      ["ARG", "TUR", "DEU"].map((exporter) => {
        const { totals } = decompose(leather(), { exporter, detail: false, ...options });
        return totals.FVA ?? totals.FVA_FIN! + totals.FVA_INT!;
      });
    const exporter = [10.434837168977369, 20.555641870408444, 35.064887993508144];
    expectClose(foreign({}), exporter, "source, exporter", 0, 1e-13);
    expectClose(foreign({ approach: "sink" }), exporter, "sink, exporter", 0, 1e-13);
    const worldSource = [8.852076864348607, 18.49392307691574, 32.51952182419738];
    expectClose(foreign({ perimeter: "world" }), worldSource, "source, world", 0, 1e-13);
    const worldSink = [8.471826523925499, 18.265189290623702, 33.12850595091251];
    expectClose(
      foreign({ approach: "sink", perimeter: "world" }),
      worldSink,
      "sink, world",
      0,
      1e-13,
    );
    const nine = [
      3.4505953543389 + 3.38861658354256,
      10.2053862637003 + 5.35969778841281,
      26.6689916817624 + 4.45502422853345,
    ];
    expectClose(foreign({ method: "koopman-wang-wei" }), nine, "nine terms", 0, 1e-12);
  });

  it("has the aggregates on which all definitions agree", () => {
    const { totals } = decompose(leather(), { exporter: "DEU" });
    const { DC, FC, DVA, VAX, REF, DDC, DAVAX, GVC } = totals;
    expectClose(
      [DC!, FC!, DVA!, VAX!, REF!, DDC!, DAVAX!, GVC!],
      [
        ...[111.29058305935965, 36.30941694064034, 106.84240306646929, 96.71914217054655],
        ...[10.123260895922746, 4.448179992890347, 89.31688874638417, 58.28311125361584],
      ],
      "Germany",
      0,
      1e-12,
    );
  });
});

describe("Miller and Blair (2009), chapter 2, tables 2.3 and 2.4", () => {
  it("has their Leontief inverse and the output for a new final demand", () => {
    const table = createTable({
      economies: ["REG"],
      industries: ["1", "2"],
      flows: Float64Array.of(150, 500, 200, 100),
      finalDemand: Float64Array.of(350, 1700),
    });
    expect([...table.output]).toEqual([1000, 2000]);
    const { system } = modelOf(table);
    expectClose(system.inverse(), [1.25412541, 0.330033, 0.2640264, 1.12211221], "L", 5e-9);
    const output = system.solve(Float64Array.of(600, 1500), 1);
    expectClose(output, [1247.5247524752474, 1841.5841584158416], "x", 0, 1e-14);
  });
});

describe("three economies of one industry (Choi, method notes of the GVC package, section 0.5)", () => {
  const table = () =>
    createTable({
      economies: ["C1", "C2", "C3"],
      industries: ["S1"],
      flows: Float64Array.of(10, 40, 0, 5, 20, 10, 0, 10, 20),
      finalDemand: Float64Array.of(30, 0, 20, 15, 50, 100, 5, 15, 150),
    });

  it("has its inverse, origins and participation", () => {
    const inverse = [
      ...[1.1250435388366424, 0.2507836990595611, 0.013932427725531174],
      ...[0.06269592476489028, 1.128526645768025, 0.06269592476489028],
      ...[0.0034831069313827935, 0.06269592476489029, 1.114594218042494],
    ];
    expectClose(modelOf(table()).system.inverse(), inverse, "B", 0, 1e-14);
    const origin = [
      ...[57.37722048066877, 2.445141065830721, 0.17763845350052246],
      ...[27.711598746081503, 95.36050156739812, 6.9278996865203775],
      ...[0.3552769070010449, 1.2225705329153604, 28.422152560083592],
    ];
    expectClose(
      originOfValueAdded(table()).rows.map((row) => row.valueAdded),
      origin,
      "origin",
      0,
      1e-13,
    );
    const forward = [46.77812608847093, 2.8213166144200557, 23.685127133403];
    expectClose(
      participation(table()).rows.map((row) => row.forward!),
      forward,
      "forward",
      0,
      1e-13,
    );
  });
});

describe("an answer names its definition", () => {
  it("with the paper, the approach and the perimeter", () => {
    const definition = (options: Partial<Parameters<typeof decompose>[1]>) =>
      decompose(leather(), { exporter: "ARG", ...options }).definition;
    const paper = "Borin and Mancini (2019), World Bank Policy Research Working Paper 8804";
    expect(definition({})).toBe(`${paper}: source-based, counted once in the exporter's exports`);
    expect(definition({ approach: "sink", perimeter: "world" })).toBe(
      `${paper}: sink-based, counted once in the world's exports`,
    );
    expect(definition({ perimeter: "industry" })).toBe(
      `${paper}: counted once in the exports of each industry`,
    );
    expect(definition({ method: "koopman-wang-wei" })).toContain("equation 36");
  });
});

describe("what cannot be asked", () => {
  it("names the economies where one is unknown", () => {
    expect(() => decompose(leather(), { exporter: "FRA" })).toThrow(
      'no economy "FRA" in the table',
    );
    const exporters = [{ name: "EU", members: ["DEU", "FRA"] }];
    expect(() => originOfValueAdded(leather(), { exporters })).toThrow('no economy "FRA"');
    expect(() =>
      originOfValueAdded(leather(), { exporters: [{ name: "EU", members: [] }] }),
    ).toThrow("EU: a group of economies needs members");
  });

  it("refuses a partner within the exporter, and a perimeter that the method has not", () => {
    const exporters = [{ name: "EU", members: ["DEU", "TUR"] }];
    expect(() => originOfValueAdded(leather(), { exporters, partner: "DEU" })).toThrow(
      "DEU lies within EU: there are no exports between them",
    );
    expect(() =>
      decompose(leather(), { exporter: "ARG", method: "oecd", perimeter: "world" }),
    ).toThrow("approach and perimeter belong to the decomposition of Borin and Mancini");
  });

  it("refuses a table whose economy uses up all that it makes at home", () => {
    const table = createTable({
      economies: ["A", "B"],
      industries: ["S"],
      flows: Float64Array.of(10, 0, 0, 5),
      finalDemand: Float64Array.of(0, 0, 2, 3),
    });
    expect(() => decompose(table, { exporter: "B" })).toThrow("use up all that they make at home");
  });

  it("refuses matrices that do not fit", () => {
    const flows = new Float64Array(4);
    const finalDemand = new Float64Array(2);
    expect(() =>
      createTable({ economies: ["A", "B"], industries: ["S"], flows, finalDemand }),
    ).toThrow("final demand has 2 cells; 2 economies of 1 industries need 4");
  });
});
