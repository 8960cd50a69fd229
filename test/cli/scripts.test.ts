import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

function run(...arguments_: readonly string[]) {
  return spawnSync(process.execPath, ["bin/trade-metrics.js", ...arguments_], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
}

// US Census Bureau, trade in goods with Mexico and Canada, 2023: exports 322,742.5 and 354,355.6,
// imports 475,216.0 and 418,618.7 million US$; the report prints both balances.
const APRIL = ["--vintage", "2025-04"];
const BALANCES = ["balance", "--partner", "CA,MX", "--period", "2023", ...APRIL];

describe("--fields", () => {
  it("keeps these fields of the rows, in this order, in every format of rows", () => {
    const fields = [...BALANCES, "--fields", "value,partner"];
    expect(run(...fields, "--format", "csv").stdout).toMatch(
      /^value,partner\n-6426266\d+,CA\n-152473493291,MX\n$/,
    );
    expect(Object.keys(JSON.parse(run(...fields, "--json").stdout).rows[0])).toEqual([
      ...["value", "partner"],
    ]);
    expect(run(...fields).stdout).toMatch(/Balance +partner/);
    expect(run(...fields, "--format", "markdown").stdout).toContain(
      "| Balance (US$ million) | partner |",
    );
  });

  it("shows fields that tables leave out, with the title and unit of their metric", () => {
    expect(run(...BALANCES, "--fields", "partner,total").stdout).toMatch(
      /Total trade\n +US\$ million/,
    );
  });

  it("names the fields that there are when one is not", () => {
    const { stderr, status } = run(...BALANCES, "--fields", "partner,worth");
    expect(status).toBe(2);
    expect(stderr).toContain(
      'error: --fields: there is no field "worth" (use partner, partnerName',
    );
  });

  it("is refused for a chart, which needs whole rows", () => {
    const { stderr, status } = run(...BALANCES, "--fields", "partner", "--format", "svg");
    expect(status).toBe(2);
    expect(stderr).toBe("error: --fields: svg takes its fields itself (leave --fields out)\n");
  });
});

describe("--template", () => {
  it("writes a line for each row", () => {
    const { stdout } = run(...BALANCES, "--template", "{{partner}}\\t{{period}}");
    expect(stdout).toBe("CA\t2023\nMX\t2023\n");
  });

  it("does not round, unless digits are asked for", () => {
    expect(run(...BALANCES, "--template", "{{value}}").stdout).toContain("-152473493291\n");
    const ratio = [
      "deficit-ratio",
      "--partner",
      "MX",
      "--period",
      "2023",
      "--digits",
      "1",
      ...APRIL,
    ];
    expect(run(...ratio, "--template", "{{value}} %").stdout).toBe("-47.2 %\n");
  });

  it("has sections for what is missing", () => {
    const missing = ["deficit-ratio", "--partner", "MX", "--period", "1984,1985"];
    const template = "{{#reason}}none: {{reason}}{{/reason}}{{^reason}}{{value}}{{/reason}}";
    expect(run(...missing, "--template", template).stdout).toMatch(
      /^none: outside-coverage\n-40\.\d+\n$/,
    );
  });

  it("does not turn signs into entities", () => {
    const { stdout } = run(
      "balance",
      "--partner",
      "TT",
      "--period",
      "2023",
      "--template",
      "{{partnerName}} & <b>",
    );
    expect(stdout).toMatch(/^Trinidad (&|and) Tobago & <b>\n$/);
  });

  it.each([
    ["{{worth}}", 'error: --template: there is no field "worth" (use partner, '],
    ["{{#value}}", "error: --template: Unclosed section"],
    ["{{value", "error: --template: Unclosed tag"],
  ])("%s is refused", (template, message) => {
    const { stdout, stderr, status } = run(...BALANCES, "--template", template);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
  });
});

describe("--debug", () => {
  it("writes to standard error only", () => {
    const { stdout, stderr } = run(...BALANCES, "--json", "--debug");
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain("debug: configuration ");
    expect(stderr).toContain('debug: parameters {"partner":["CA","MX"]');
    expect(stderr).toMatch(/debug: data census-goods, vintage 2025-04, \d+ of \d+ rows/);
  });

  it("shows where an error arose, which otherwise is one line", () => {
    const wrong = ["balance", "--partner", "Atlantis"];
    expect(run(...wrong).stderr).toBe(
      'error: --partner: unknown partner "Atlantis"\n  See trade-metrics balance --help.\n',
    );
    expect(run(...wrong, "--debug").stderr).toMatch(/InputError[\s\S]* at /);
  });
});

describe("a word that is misspelt", () => {
  it.each([
    [["balanc"], "balance"],
    [["balance", "--partnr", "MX"], "--partner"],
    [["balance", "--partner", "Mexco"], "Mexico"],
    [["explain", "deficit-ration"], "deficit-ratio"],
  ])("%j is answered with the nearest", (words, nearest) => {
    const { stderr, status } = run(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`[Dd]id you mean ${nearest}`));
  });
});
