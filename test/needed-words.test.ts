import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mayMatch, neededWords } from "../src/needed-words.ts";
import { timeRules } from "../src/statements/time-rules.ts";

describe("what a pattern needs", () => {
  it.each([
    [
      "last\\syear|the\\spast\\syear",
      [
        [["last"], ["year"]],
        [["the"], ["past"], ["year"]],
      ],
    ],
    ["years?\\s(?:ago|before)", [[["year"], ["ago", "before"]]]],
    ["(?:the\\s)?first\\s(?<half>half)", [[["first"], ["half"]]]],
    ["(?<!no\\s)(?:19|20)\\d{2}(?=\\sto)", [[["19", "20"]]]],
    ["[A-Z|(]+\\)(?:a|\\d)(?:b){0,2}c*", [[]]],
    ["Q([1-4])", [[["q"]]]],
  ])("is read from its signs: %s", (source, needed) => {
    expect(neededWords(source)).toEqual(needed);
  });

  it("is in every text that a rule of times matches", () => {
    const texts = "test/statements/texts";
    const all = readdirSync(texts).flatMap((set) =>
      readdirSync(join(texts, set))
        .filter((name) => !name.endsWith(".json"))
        .map((name) => readFileSync(join(texts, set, name), "utf8")),
    );
    const missed = all
      .flatMap((text) => text.split("\n"))
      .flatMap((line) =>
        timeRules
          .filter(
            ([pattern, , needed]) =>
              needed && line.search(pattern) >= 0 && !mayMatch(needed, line.toLowerCase()),
          )
          .map(([pattern]) => `${pattern}: ${line}`),
      );
    expect(missed).toEqual([]);
  });
});
