import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { countryFile } from "./country-file.ts";

const row = (year: string, value: string) =>
  `OECD.STI.PIE:DSD_TIVA_MAINSH@DF_MAINSH(1.1),EXGR_DVA,MEX,_T,W,PT_EXGR,A,${year},${value},0`;
const header =
  "DATAFLOW,MEASURE,REF_AREA,ACTIVITY,COUNTERPART_AREA,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT";

/** Made-up shares, and prices that double from May to June 2026. */
const shares = `${[header, row("2020", "71.5")].join("\n")}\n`;
const prices = JSON.stringify({
  status: "REQUEST_SUCCEEDED",
  message: [],
  Results: {
    series: [
      {
        seriesID: "CUUR0000SA0",
        data: [
          { year: "2026", period: "M06", value: "600" },
          { year: "2026", period: "M05", value: "300" },
        ],
      },
    ],
  },
});

const claims = `report: { id: brief, title: A brief, publisher: Somebody, date: 2026-12 }
claims:
  - id: content
    says: Domestic value added in Mexico's exports
    reported: "71.5"
    unit: percent
    where: { section: Summary }
    compute: { metric: value-added, partner: MX, period: "2020", measure: EXGR_DVA }
  - id: real
    says: US deficit with Mexico in May 2026, in dollars of June 2026
    reported: "1"
    comparator: ">"
    unit: USD
    scale: billion
    where: { section: Summary }
    compute: { metric: balance, partner: MX, period: 2026-05, as: deficit, real: 2026-06 }
`;

function somebody(folder: string) {
  const home = temporaryFolder();
  const env = { HOME: home, TRADE_METRICS_STORE: join(home, "store") };
  return (...words: readonly string[]) => run(words, { cwd: folder, env });
}

/** A home with newer shares and prices, in a project. */
async function withNewer(folder: string) {
  const call = somebody(folder);
  const tiva = written(temporaryFolder(), "tiva.csv", shares);
  const cpi = written(temporaryFolder(), "cpi.json", prices);
  for (const [file, id] of [
    [tiva, "tiva-shares"],
    [cpi, "cpi-u"],
  ] as const) {
    const words = ["data", "import", file, "--dataset", id, "--released", "2026-11-10"];
    expect((await call(...words)).stderr).toBe("");
  }
  return call;
}

describe("a text that is read", () => {
  // The workbook has imports of 4 and exports of 2 billion with Mexico in each of nine months.
  it("is held against what was fetched as well", async () => {
    const folder = temporaryFolder();
    const call = somebody(folder);
    const months = countryFile([{ year: "2026", months: 9, imports: 4000, exports: 2000 }]);
    const file = written(temporaryFolder(), "country.xlsx", months);
    written(
      folder,
      "brief.txt",
      "Published 26 November 2026\n\nThe goods trade deficit with Mexico was $18 billion in the first nine months of 2026.\n",
    );
    expect((await call("verify", "brief.txt", "--no-exit-code")).stdout).toContain("no data (1)");
    await call("data", "import", file, "--released", "2026-11-04");
    expect((await call("verify", "brief.txt")).stdout).toContain("agrees (1)");
  });
});

const json = (text: string) => JSON.parse(text);

describe("shares and prices that were fetched", () => {
  it("answer the claims of a project, and are pinned by its lock", async () => {
    const folder = temporaryFolder();
    written(folder, "claims.yaml", claims);
    const call = await withNewer(folder);
    const { claims: verified, datasets } = json(
      (await call("verify", "claims.yaml", "--json")).stdout,
    );
    const byId = Object.fromEntries(verified.map((one: { id: string }) => [one.id, one]));
    expect(byId.content).toMatchObject({ computed: 71.5, verdict: "reproduced" });
    expect(byId.content.data).toEqual(["tiva-shares 2026-11"]);
    // Census Bureau: a deficit of 18.5 billion in May 2026, and prices twice as high a month later.
    expect(byId.real.computed / 1e9).toBeGreaterThan(30);
    expect(byId.real.data).toContain("cpi-u 2026-11");

    await call("data", "lock", "claims.yaml");
    const lock = json((await call("data", "lock", "--json")).stdout);
    const pins = lock.pins.map(({ id, vintage }: Record<string, string>) => `${id} ${vintage}`);
    expect(pins).toEqual(expect.arrayContaining(["tiva-shares 2026-11", "cpi-u 2026-11"]));
    for (const { id, sha256 } of datasets) {
      expect(lock.pins.find((pin: { id: string }) => pin.id === id).sha256).toBe(sha256);
    }
    expect((await call("verify", "claims.yaml")).status).toBe(0);
  });

  it("are refused in a home that lacks them, with what is pinned", async () => {
    const folder = temporaryFolder();
    written(folder, "claims.yaml", claims.replace("real: 2026-06", "real: 2026-05"));
    const call = await withNewer(folder);
    await call("data", "lock", "claims.yaml");
    const { status, stderr } = await somebody(folder)("verify", "claims.yaml");
    expect(status).toBe(2);
    expect(stderr).toMatch(/cpi-u: \S+ pins vintage 2026-11 .* used vintage 2026-06/);
    expect((await call("verify", "claims.yaml")).status).toBe(0);
  });

  it("are not taken where a lock pins the embedded ones", async () => {
    const folder = temporaryFolder();
    const own = claims.replace('"71.5"', '"68.7"').replace("real: 2026-06", "real: 2026-05");
    written(folder, "claims.yaml", own);
    const bare = somebody(folder);
    await bare("data", "lock", "claims.yaml");
    const newer = await withNewer(folder);
    const words = ["verify", "claims.yaml", "--json"];
    expect(await newer(...words)).toEqual(await bare(...words));
  });

  it("are chosen by the day of the report, and by the vintage of a claim", async () => {
    const folder = temporaryFolder();
    const dated = claims.replace("date: 2026-12", "date: 2026-12, asOf: 2026-10-01");
    const call = await withNewer(folder);
    written(folder, "claims.yaml", dated);
    written(folder, "pinned.yaml", dated.replace("  - id: content\n", "$&    vintage: 2026-11\n"));
    written(folder, "wrong.yaml", dated.replace("  - id: content\n", "$&    vintage: 2026-01\n"));
    const of = async (file: string) => {
      const { stdout } = await call(
        "verify",
        file,
        "--only",
        "content",
        "--json",
        "--no-exit-code",
      );
      return json(stdout).claims[0];
    };
    const then = await of("claims.yaml");
    expect(then.data).toEqual(["tiva-shares 2025"]);
    expect(then.explanations[0].says).toBe("vintage 2026-11");
    expect((await of("pinned.yaml")).data).toEqual(["tiva-shares 2026-11"]);
    expect((await call("verify", "wrong.yaml")).stderr).toContain(
      "vintage: tiva-shares has no vintage 2026-01 (it has 2026-11, 2025)",
    );
  });

  it("are refused where a file holds something else", async () => {
    const folder = temporaryFolder();
    const call = somebody(folder);
    for (const [name, text, words] of [
      ["text.json", "prices", "holds no series of prices"],
      ["other.json", prices.replace("CUUR0000SA0", "CUSR0000SA0"), "holds series CUSR0000SA0"],
      ["empty.json", '{"Results":{"series":[]}}', "holds no month of prices"],
    ] as const) {
      written(folder, name, text);
      const { status, stderr } = await call("data", "import", name, "--dataset", "cpi-u");
      expect([name, status]).toEqual([name, 2]);
      expect(stderr).toContain(words);
    }
  });
});
