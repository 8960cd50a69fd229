import fc from "fast-check";
import type { QuestionWords } from "../../../src/question/words.ts";
import { layouts, writtenFile } from "./random-files.ts";

/** Questions of every kind, each of which is asked of random files. */
const randomQuestions: readonly (readonly [string, QuestionWords])[] = [
  ["balance", { partner: "all" }],
  ["balance", { partner: "MX,CA,DE,FR" }],
  ["balance", { partner: "MX" }],
  ["balance", { partner: "MX,CA" }],
  ["balance", { partner: "MX", by: "hs2" }],
  ["deficit-ratio", { partner: "MX", by: "hs4" }],
  ["concentration", { of: "exports", by: "hs2", partner: "MX" }],
  ["growth", { of: "exports", partner: "MX" }],
  ["balance", { by: "hs2" }],
  ["balance", { partner: "all", by: "partner,hs2" }],
  ["balance", { by: "hs4", top: 2 }],
  ["balance", { partner: "WORLD" }],
  ["deficit-ratio", { partner: "all", top: 2 }],
  ["coverage", { by: "hs2" }],
  ["normalised-balance", { partner: "all" }],
  ["growth", { of: "imports", partner: "all" }],
  ["growth", { of: "exports", by: "hs2", partner: "MX,CA,DE,FR" }],
  ["share", { of: "imports", by: "partner" }],
  ["share", { of: "exports", by: "hs2" }],
  ["contribution", { of: "exports", by: "partner" }],
  ["contribution", { of: "imports", by: "hs2" }],
  ["concentration", { of: "exports", by: "partner" }],
  ["concentration", { of: "imports", by: "hs2", each: "partner" }],
  ["grubel-lloyd", { partner: "MX,CA,DE,FR", by: "hs2" }],
  ["grubel-lloyd", { by: "hs2" }],
  ["rca", { reporter: "all", by: "hs2" }],
  ["rca", { by: "hs2", absentAsZero: true }],
  ["rca", { reporter: "all", by: "hs6" }],
  ["rca", { reporter: "US,MX" }],
  ["rca", { reporter: "US", partner: "MX", by: "hs2" }],
  ["balance", { reporter: "all", partner: "MX" }],
  ["share", { of: "exports", by: "reporter", partner: "CA,DE" }],
  ["share", { of: "exports", by: "reporter,hs2", partner: "CA" }],
  ["balance", { partner: "MX", by: "hs2", absentAsZero: true }],
  ["share", { of: "exports", reporter: "US", by: "hs6" }],
  ["balance", { reporter: "US", by: "hs2" }],
  ["trade-intensity", { reporter: "US", partner: "MX,CA,DE,FR" }],
  ["trade-intensity", { reporter: "all", partner: "all" }],
  ["intraregional-share", { region: "US,MX,CA" }],
  ["complementarity", { reporter: "US", partner: "MX", by: "hs2" }],
  ["non-petroleum", { partner: "all" }],
];

/** Periods that random files may have, in part or as a whole. */
const randomPeriods = [
  "2023",
  "2022,2023",
  "2023-01/2023-02",
  "2022/2023",
  "2023-02",
  "2023-Q1",
  "latest",
];

/** A random file with a question about it, which may name one reporter of several. */
export const askedFiles = fc
  .tuple(
    layouts,
    fc.constantFrom(...randomQuestions),
    fc.constantFrom(...randomPeriods),
    fc.boolean(),
  )
  .map(([made, [id, words], period, isNamed]) => {
    const own = made.reporters.length > 1 && isNamed && words.region === undefined;
    const asked = { ...(own && { reporter: "US" }), ...words, period };
    return { text: writtenFile(made), id, asked };
  });
