import type { PartnerDirectory } from "../../partners/directory.ts";
import type { TableColumn } from "./columns-of-table.ts";
import { countriesIn } from "./countries-in-title.ts";
import type { SuggestedColumns } from "./suggest.ts";
import { unitIn, unitText } from "./units.ts";

/** What the columns of a table suggest. */
interface Judged {
  readonly found: SuggestedColumns;
  readonly figures: readonly TableColumn[];
  readonly hasFlow: boolean;
  readonly isDated: boolean;
}

/**
 * What the names of columns and what stands above a table suggest for every row.
 * @param titles of what stands above, what is no row of several cells.
 */
export function suggestedConstants(
  { found, figures, hasFlow, isDated }: Judged,
  above: string,
  titles: string,
  partners: PartnerDirectory,
): Record<string, string> {
  const constants: Record<string, string> = {};
  const inNames = figures.flatMap(({ unit }) => unit ?? []).map(unitText);
  const inFlows = (found.flow?.texts ?? []).flatMap((text) => unitIn(text) ?? []).map(unitText);
  const units = inNames.length > 0 ? inNames : inFlows;
  const around = unitIn(above);
  if (!found.unit && new Set(units).size === 1) constants.unit = units[0]!;
  else if (!found.unit && units.length === 0 && around) constants.unit = unitText(around);
  if (found.product?.texts.every((text) => /^'?[\d.]+'?$|^'?total$/i.test(text))) {
    constants.system = /naics|sitc/.exec(found.product.words)?.[0] ?? "hs";
    // Of nine digits with zeros in front none was lost.
    const isOfNine = found.product.hasMore(0.9, (text) => /^\d{9}$/.test(text));
    if (isOfNine && found.product.texts.some((text) => text.startsWith("0")))
      constants.digits = "9";
  }
  if (found.isOfPairs) constants.flow = "export";
  else if (!hasFlow) {
    const isExport = /export/i.test(above);
    if (isExport !== /import/i.test(above)) constants.flow = isExport ? "export" : "import";
  }
  if (!isDated) {
    const year = yearIn(titles);
    if (year !== null) constants.period = year;
  }
  const named = countriesIn(titles, partners);
  if (!found.reporter && named.reporter !== null) constants.reporter = named.reporter;
  if (!found.partner && named.partner !== null) constants.partner = named.partner;
  return constants;
}

/** The only year in a title, where no line tells when something was published. */
function yearIn(titles: string): string | null {
  const lines = titles.split("\n").filter((line) => !/releas|updat|revis|publi|=/i.test(line));
  const years = new Set(lines.join("\n").match(/(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)/g));
  return years.size === 1 ? [...years][0]! : null;
}
