/** A room of src/: a folder with one reason to exist, and the rooms that it may use. */
export interface Room {
  readonly name: string;
  readonly holds: string;
  readonly uses: readonly string[];
  /** Whether it may read files; all others take what they are given. */
  readonly readsFiles?: true;
  /** Whether it may open sockets; no other room may. */
  readonly opensSockets?: true;
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
    holds: "names and codes of partners, groups, and which are aggregates",
  },
  {
    ...{ name: "products", column: 2, row: 2, uses: ["records"] },
    holds: "product codes, and named sets such as the meanings of petroleum",
  },
  {
    ...{ name: "comparison", column: 3, row: 1, uses: ["products", "records"] },
    holds: "the identity of a figure, and the one gate that says what may be set together",
  },
  {
    ...{ name: "value-added", column: 2, row: 4, uses: [], readsFiles: true },
    holds: "input-output tables: read, solve, origins, decompositions",
  },
  {
    ...{ name: "store", column: 2, row: 1, uses: [], readsFiles: true, opensSockets: true },
    holds: "vintages that were fetched or imported, and how they are fetched from publishers",
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
    ...{
      name: "sources",
      column: 4,
      row: 3,
      uses: [...words, "value-added"],
      readsFiles: true,
    },
    holds: "embedded data, formats of publishers, engines that read them",
  },
  {
    ...{ name: "selection", column: 5, row: 3 },
    holds: "which records answer a question, added up to whole dollars",
    uses: ["comparison", "metrics", "numbers", "products", "records", "sources"],
  },
  {
    ...{
      name: "definitions",
      column: 6,
      row: 1,
      uses: ["content", "metrics", "partners", "products", "records", "sources"],
    },
    holds: "what every word means, for `explain`",
  },
  {
    ...{ name: "inspection", column: 7, row: 1 },
    holds: "what a file or table holds and what is suspicious in it, for `data check`",
    uses: ["numbers", "partners", "products", "records", "sources", "value-added"],
  },
  {
    ...{ name: "question", column: 6, row: 4 },
    holds: "the one question that every metric answers, read from the words that ask it",
    uses: [...words, "metrics", "selection", "sources"],
  },
  {
    ...{ name: "calculation", column: 7, row: 3 },
    holds: "from a question to an answer: rows, reasons, warnings, the data used",
    uses: [
      ...words,
      "comparison",
      "content",
      "metrics",
      "question",
      "selection",
      "sources",
      "value-added",
    ],
  },
  {
    ...{ name: "documents", column: 5, row: 4, uses: ["sources"] },
    holds: "reports as plain text with structure and places: text, HTML, Word, PDF, CSV",
  },
  {
    ...{ name: "statements", column: 5, row: 1, uses: ["records"] },
    holds: "what a number of a text states, read from its words: the lexicon and the grammar",
  },
  {
    ...{ name: "claims", column: 8, row: 2 },
    holds: "claim files, verdicts, the numbers of a document, the search for explanations",
    uses: [
      ...words,
      ...["calculation", "documents", "metrics", "question", "selection", "sources", "statements"],
    ],
  },
  {
    ...{
      name: "charts",
      column: 8,
      row: 4,
      uses: ["calculation", "metrics", "numbers", "records"],
    },
    holds: "what is drawn of an answer, and how a picture is made of it",
  },
  {
    ...{ name: "render", column: 9, row: 3 },
    holds: "one output format a file; the only place where numbers are rounded",
    uses: [
      ...["calculation", "charts", "claims", "definitions", "inspection"],
      ...["metrics", "numbers", "sources", "store"],
    ],
  },
  {
    ...{ name: "schema", column: 9, row: 1, uses: ["claims", "metrics"] },
    holds: "the JSON Schemas of answers, verifications and claim files",
  },
  {
    ...{
      name: "configuration",
      column: 10,
      row: 4,
      uses: ["charts", "metrics", "partners", "render"],
      readsFiles: true,
    },
    holds: "`trade-metrics.json`: found, read and checked",
  },
  {
    ...{ name: "cli", column: 11, row: 3, readsFiles: true },
    holds: "commands and options; the only place that prints",
    uses: [
      ...words,
      ...["calculation", "charts", "claims", "configuration", "content", "definitions"],
      ...["documents", "inspection", "metrics", "question", "render", "schema", "sources"],
      ...["store", "value-added"],
    ],
  },
  {
    ...{ name: "library", column: 12, row: 3 },
    holds: "what programs import: `ask` and `verify` in the words of the command line",
    uses: ["calculation", "claims", "cli", "content", "sources", "value-added"],
  },
];

/** The rooms that data go through, in order. */
export const flow = ["sources", "selection", "question", "calculation", "render", "cli"] as const;
