// The table that docs/clickhouse.md defines, filled in the server: 200 partners, 20 years, both flows
// and as many products of ten digits, in 97 chapters, as make up the records.
import { readFileSync } from "node:fs";
import countries from "i18n-iso-countries";

export const PARTNERS = 200;
export const YEARS = { first: 2005, count: 20 };
const CHAPTERS = 97;
const FLOWS = 2;

/** The definition, as the page gives it. */
export function definition() {
  const page = readFileSync("docs/clickhouse.md", "utf8");
  return /```sql\n(CREATE TABLE[\s\S]*?)```/.exec(page)[1].replace(/;\s*$/, "");
}

/** What fills the table with about so many records, in the order in which it keeps them. */
export function filling(table, records) {
  const economies = Object.keys(countries.getAlpha2Codes()).filter((code) => code !== "US");
  const partners = economies.slice(0, PARTNERS).map((code) => `'${code}'`);
  const each = FLOWS * YEARS.count;
  const products = Math.max(CHAPTERS, Math.round(records / PARTNERS / each));
  // Within a chapter, products are numbered; chapters have the same number of them, but for one.
  const product = `concat('hs:', leftPad(toString(1 + p % ${CHAPTERS}), 2, '0'), leftPad(toString(1000 + intDiv(p, ${CHAPTERS})), 8, '0'))`;
  return `
    INSERT INTO ${table} (reporter, partner, flow, period, product, value)
    SELECT 'US', [${partners}][1 + intDiv(number, ${products * each})] AS partner,
           if(intDiv(number, ${products * YEARS.count}) % 2 = 0, 'export', 'import') AS flow,
           toString(${YEARS.first} + intDiv(number, ${products}) % ${YEARS.count}) AS period,
           ${product} AS product, cityHash64(number) % 100000000 AS value
    FROM (SELECT number, number % ${products} AS p FROM numbers(${PARTNERS * each * products}))`;
}
