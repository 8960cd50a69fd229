import { describe, expect, it } from "vitest";
import { ask, InputError, type QuestionWords, verify } from "../../src/index.ts";
import { runJson } from "../cli/run.ts";

const given = (pattern: RegExp) => ({
  name: "InputError",
  message: expect.stringMatching(pattern),
});

describe("ask", () => {
  it("gives the document that the command writes with --json", async () => {
    const { data, rows } = await ask("deficit-ratio", { partner: ["CA", "MX"], period: 2023 });
    const told = await runJson("deficit-ratio --partner CA,MX --period 2023".split(" "));
    expect([rows, data]).toEqual([told.rows, told.data]);
  });

  it("answers several questions asked at once, each with its own answer", async () => {
    const partners = ["CA", "MX", "CN"];
    const answers = await Promise.all(
      partners.map((partner) => ask("balance", { partner, period: "2023" })),
    );
    expect(answers.map(({ rows }) => rows[0]!.partner)).toEqual(partners);
  });

  it.each([
    ["an unknown partner", "balance", { partner: "Mexcio" }, /^partner: unknown partner "Mexcio"/],
    ["no partner", "balance", {}, /^balance: which partner\? \(use partner MX/],
    [
      "an unknown word",
      "balance",
      { partners: "MX" },
      /^partners: no such option \(did you mean partner\?\)$/,
    ],
    [
      "a flag where a value belongs",
      "balance",
      { partner: true },
      /^partner: its value is missing/,
    ],
    [
      "a value of a flag",
      "balance",
      { partner: "MX", total: "yes" },
      /^total: is set by true or f/,
    ],
    ["a command that is none", "verify", {}, /^"verify": is no metric \(use one such as /],
    [
      "a number that is none",
      "balance",
      { partner: "MX", top: "x" },
      /^top: "x": expected a whole number/,
    ],
    [
      "a choice that is none",
      "balance",
      { partner: "MX", sector: "x" },
      /^sector: "x" is none of its words/,
    ],
    [
      "a path that is no file",
      "balance",
      { partner: "MX", data: "no.csv" },
      /^no\.csv: no such file/,
    ],
    ["an unknown command", "frobnicate", {}, /^"frobnicate": is no metric/],
    ["a misspelt command", "balanc", {}, /^"balanc": is no metric \(did you mean balance\?\)$/],
    ["a command that answers nothing", "data list", {}, /is no metric/],
    ["a format", "balance", { partner: "MX", json: true }, /^json: an answer is an object/],
    [
      "a word in two parts",
      "balance",
      { partner: "MX", excludeProduct: "zz" },
      /^excludeProduct: "zz"/,
    ],
    ["a value that is none", "balance", { partner: null }, /^partner: expected text/],
    ["nothing at all", undefined, {}, /^ask: expected a metric/],
  ] as const)("throws an InputError without dashes for %s", async (_, command, words, message) => {
    const error = await ask(command as string, words as QuestionWords).catch((one) => one);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject(given(message));
    expect(`${error.message} ${error.hint}`.replace(/ --help\b/g, "")).not.toMatch(/(^|\s|\()--\w/);
  });
});

describe("verify", () => {
  it.each([
    ["nothing", ""],
    ["no claims", "report: {}"],
    ["what is no YAML", "a: ["],
    ["no text", undefined],
  ])("throws an InputError for %s", async (_, text) => {
    await expect(verify(text as string)).rejects.toBeInstanceOf(InputError);
  });
});
