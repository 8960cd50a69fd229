// What is asked of large files: the words of our command, and the same sums in DuckDB's SQL. `figures`
// takes the numbers of our rows that the SQL gives too, which must be the same. A command that is not
// there yet is said to be so, and does not stop the others.

/** A ratio is compared to so many digits. */
const ratio = (value) => (value === null ? "null" : Number(value).toPrecision(9));
const money = (value) => (value === null ? "null" : String(value));

const YEARS = "2015..2024";
const year = "left(period, 4)";

/** Trade of one dimension's members, their concentration as the Herfindahl-Hirschman index. */
const concentrationSql = (file, member, where) => `
  WITH members AS (SELECT ${member} AS member, sum(value) AS value FROM '${file}' WHERE ${where} GROUP BY 1)
  SELECT sum((value / whole) ^ 2) FROM members, (SELECT sum(value)::DOUBLE AS whole FROM members)`;

export const files = {
  own: {
    layout: "own",
    records: 20_000_000,
    ending: "csv",
    title: "20 M records of our own layout, CSV",
  },
  ownParquet: { layout: "own", records: 20_000_000, ending: "parquet", title: "the same, Parquet" },
  comtrade: {
    layout: "comtrade",
    records: 5_000_000,
    ending: "csv",
    title: "5 M records of a Comtrade download, CSV",
  },
  baci: { layout: "baci", records: 11_000_000, ending: "csv", title: "11 M rows of BACI, CSV" },
};

const ownQuestions = [
  {
    title: "one partner, ten years",
    words: ["balance", "--partner", "MX", "--period", YEARS],
    sql: (file) => `
      SELECT ${year}, sum(CASE flow WHEN 'export' THEN value ELSE -value END)
      FROM '${file}' WHERE partner = 'MX' GROUP BY 1`,
    figures: (row) => [row.period, money(row.value)],
  },
  {
    title: "all partners, ten years",
    words: ["balance", "--partner", "all", "--period", YEARS],
    sql: (file) => `
      SELECT partner, ${year}, sum(CASE flow WHEN 'export' THEN value ELSE -value END)
      FROM '${file}' GROUP BY 1, 2`,
    figures: (row) => (row.row === "member" ? [row.partner, row.period, money(row.value)] : null),
  },
  {
    title: "by chapter, the ten largest deficits",
    words: ["balance", "--partner", "MX", "--by", "hs2", "--top", "10", "--period", "2024"],
    sql: (file) => `
      SELECT left(product, 5), sum(CASE flow WHEN 'export' THEN value ELSE -value END) AS balance
      FROM '${file}' WHERE partner = 'MX' AND ${year} = '2024' GROUP BY 1 ORDER BY balance LIMIT 10`,
    figures: (row) => (row.row === "member" ? [row.product, money(row.value)] : null),
  },
  {
    title: "concentration of one partner's products",
    words: [
      "concentration",
      "--of",
      "exports",
      "--by",
      "hs6",
      "--partner",
      "MX",
      "--period",
      "2024",
    ],
    sql: (file) =>
      concentrationSql(file, "product", `partner = 'MX' AND flow = 'export' AND ${year} = '2024'`),
    figures: (row) => [ratio(row.value)],
  },
  {
    title: "concentration of partners",
    words: ["concentration", "--of", "exports", "--by", "partner", "--period", "2024"],
    sql: (file) => concentrationSql(file, "partner", `flow = 'export' AND ${year} = '2024'`),
    figures: (row) => [ratio(row.value)],
  },
  {
    title: "contribution of partners over ten years",
    words: ["contribution", "--of", "exports", "--by", "partner", "--from", "2015", "--to", "2024"],
    sql: (file) => `
      WITH ends AS (
        SELECT partner, sum(value) FILTER (WHERE ${year} = '2015') AS a,
               sum(value) FILTER (WHERE ${year} = '2024') AS b
        FROM '${file}' WHERE flow = 'export' GROUP BY 1)
      SELECT partner, (b - a) / (SELECT sum(a)::DOUBLE FROM ends) * 100 FROM ends`,
    figures: (row) =>
      row.partner && row.partner !== "WORLD" ? [row.partner, ratio(row.value)] : null,
  },
];

export const questions = [
  ...ownQuestions.map((one) => ({ ...one, file: "own" })),
  ...ownQuestions.map((one) => ({ ...one, file: "ownParquet" })),
  {
    file: "comtrade",
    title: "one partner, ten years, from the published totals",
    words: ["balance", "--reporter", "US", "--partner", "MX", "--period", YEARS],
    sql: (file) => `
      SELECT period, sum(CASE flowCode WHEN 'X' THEN primaryValue ELSE -primaryValue END)
      FROM '${file}' WHERE reporterISO = 'USA' AND partnerDesc = 'MX' AND cmdCode = 'TOTAL' GROUP BY 1`,
    figures: (row) => [row.period, money(row.value)],
  },
  {
    file: "comtrade",
    title: "all partners, ten years",
    words: ["balance", "--reporter", "US", "--partner", "all", "--period", YEARS],
    sql: (file) => `
      SELECT partnerDesc, period, sum(CASE flowCode WHEN 'X' THEN primaryValue ELSE -primaryValue END)
      FROM '${file}' WHERE reporterISO = 'USA' AND partnerDesc <> 'W0' AND cmdCode = 'TOTAL' GROUP BY 1, 2`,
    figures: (row) => (row.row === "member" ? [row.partner, row.period, money(row.value)] : null),
  },
  {
    file: "comtrade",
    title: "by chapter, the ten largest deficits",
    words: [
      "balance",
      "--reporter",
      "US",
      "--partner",
      "MX",
      "--by",
      "hs2",
      "--top",
      "10",
      "--period",
      "2024",
    ],
    sql: (file) => `
      SELECT 'hs:' || cmdCode, sum(CASE flowCode WHEN 'X' THEN primaryValue ELSE -primaryValue END) AS balance
      FROM '${file}' WHERE reporterISO = 'USA' AND partnerDesc = 'MX' AND period = '2024' AND length(cmdCode) = 2
      GROUP BY 1 ORDER BY balance LIMIT 10`,
    figures: (row) => (row.row === "member" ? [row.product, money(row.value)] : null),
  },
  {
    file: "baci",
    title: "one partner of one reporter",
    words: ["balance", "--reporter", "US", "--partner", "MX", "--period", "2015"],
    sql: (file) => `
      SELECT sum(CASE i WHEN 840 THEN v ELSE -v END * 1000)::BIGINT
      FROM read_csv('${file}', types = {'v': 'DECIMAL(18,3)'})
      WHERE (i = 840 AND j = 484) OR (i = 484 AND j = 840)`,
    figures: (row) => [money(row.value)],
  },
  {
    file: "baci",
    title: "revealed comparative advantage of all reporters by HS 6",
    words: ["rca", "--reporter", "all", "--by", "hs6", "--period", "2015"],
    sql: (file) => `
      WITH cells AS (SELECT i, k, sum(v) AS v FROM '${file}' GROUP BY 1, 2),
           reporters AS (SELECT i, sum(v) AS v FROM cells GROUP BY 1),
           products AS (SELECT k, sum(v) AS v FROM cells GROUP BY 1),
           whole AS (SELECT sum(v) AS v FROM cells)
      SELECT count(*) FROM (
        SELECT cells.v / reporters.v / (products.v / whole.v) AS rca
        FROM cells JOIN reporters USING (i) JOIN products USING (k), whole) WHERE rca > 1`,
    // An answer of a million rows is counted as it comes.
    counted: (line) => Number(/^ *"value": (.+),$/.exec(line)?.[1]) > 1,
  },
  {
    file: "baci",
    title: "data check",
    words: ["data", "check"],
    positional: true,
    sql: null,
  },
];
