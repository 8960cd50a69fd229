/** A room of src/: a folder with one reason to exist, and the rooms that it may use. */
export interface Room {
  readonly name: string;
  readonly holds: string;
  readonly uses: readonly string[];
  /** Whether it may read files; all others take what they are given. */
  readonly readsFiles?: true;
  /** Where it stands in the picture: every room that it uses is further left. */
  readonly column: number;
  readonly row: number;
}

const words = ["numbers", "partners", "products", "records"];

/**
 * Every room, and which others each may use. This is the one place that says so; a test compares it
 * with the imports.
 */
export const rooms: readonly Room[] = [
  {
    ...{ name: "numbers", column: 1, row: 1, uses: [] },
    holds: "whole dollars, printed numbers, and the intervals that their digits allow",
  },
  {
    ...{ name: "records", column: 1, row: 2, uses: [] },
    holds: "the record of trade, periods, codes of countries and of published shares",
  },
  {
    ...{ name: "partners", column: 1, row: 4, uses: [] },
    holds: "names and codes of partners, groups, and which are wholes of others",
  },
  {
    ...{ name: "products", column: 2, row: 2, uses: ["records"] },
    holds: "product codes, and named sets such as the meanings of petroleum",
  },
  {
    ...{ name: "value-added", column: 2, row: 4, uses: [], readsFiles: true },
    holds: "input-output tables: read, solve, origins, decompositions",
  },
  {
    ...{ name: "content", column: 2, row: 5, uses: [], readsFiles: true },
    holds: "bills of materials: regional and labour value content",
  },
  {
    ...{ name: "metrics", column: 3, row: 2, uses: ["numbers", "products", "records"] },
    holds: "one metric a file: a declaration and a pure function; the registries",
  },
  {
    ...{ name: "sources", column: 3, row: 3, uses: [...words, "value-added"], readsFiles: true },
    holds: "embedded data, formats of publishers, engines that read them",
  },
  {
    ...{ name: "selection", column: 4, row: 3 },
    holds: "which records answer a question, added up to whole dollars",
    uses: ["metrics", "numbers", "products", "records", "sources"],
  },
  {
    ...{
      name: "definitions",
      column: 5,
      row: 1,
      uses: ["metrics", "partners", "products", "records"],
    },
    holds: "what every word means, for `explain`",
  },
  {
    ...{ name: "inspection", column: 6, row: 1 },
    holds: "what a file or table holds and what is suspicious in it, for `data check`",
    uses: ["partners", "records", "sources", "value-added"],
  },
  {
    ...{ name: "calculation", column: 5, row: 3 },
    holds: "from a question to an answer: rows, reasons, warnings, the data used",
    uses: [...words, "content", "metrics", "selection", "sources", "value-added"],
  },
  {
    ...{ name: "claims", column: 6, row: 2 },
    holds: "claim files, verdicts, the search for explanations",
    uses: [...words, "calculation", "metrics", "selection", "sources"],
  },
  {
    ...{ name: "charts", column: 6, row: 4, uses: ["calculation", "numbers", "records"] },
    holds: "what is drawn of an answer, and how a picture is made of it",
  },
  {
    ...{ name: "render", column: 7, row: 3 },
    holds: "one output format a file; the only place where numbers are rounded",
    uses: [
      ...["calculation", "charts", "claims", "definitions", "inspection"],
      ...["metrics", "numbers", "sources"],
    ],
  },
  {
    ...{ name: "schema", column: 7, row: 1, uses: ["claims", "metrics"] },
    holds: "the JSON Schemas of answers, verifications and claim files",
  },
  {
    ...{ name: "configuration", column: 8, row: 4, uses: ["charts", "render"], readsFiles: true },
    holds: "`trade-metrics.json`: found, read and checked",
  },
  {
    ...{ name: "cli", column: 9, row: 3, readsFiles: true },
    holds: "commands and options; the only place that prints",
    uses: [
      ...words,
      ...["calculation", "charts", "claims", "configuration", "content", "definitions"],
      ...["inspection", "metrics", "render", "schema", "sources", "value-added"],
    ],
  },
];

/** The rooms that data go through, in order. */
export const flow = ["sources", "selection", "calculation", "render", "cli"] as const;
