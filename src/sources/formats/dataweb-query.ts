/**
 * What the codes of trade flows are called on the site and in its workbooks. No public text confirms
 * `Export`, `ForeignExp` and `Balance`.
 */
const flows: Readonly<Record<string, string>> = {
  Import: "Imports For Consumption",
  GenImp: "General Imports",
  Export: "Domestic Exports",
  TotExp: "Total Exports",
  ForeignExp: "Foreign Exports",
  Balance: "Trade Balance",
};

interface Query {
  readonly reportOptions?: { readonly tradeType?: string };
  readonly searchOptions?: {
    readonly countries?: {
      readonly aggregation?: string;
      readonly countries?: readonly string[];
      readonly countriesExpanded?: readonly { readonly name?: string }[];
      readonly countriesSelectType?: string;
    };
  };
}

/**
 * What a query of DataWeb says of the report that answers it, in the words of the sheet `Query
 * Parameters` that the site's workbooks have: the report itself does not name its flow, nor the country
 * where there is one.
 */
export function datawebQueryWords(text: string): string {
  const { reportOptions, searchOptions } = parsed(text);
  const flow = flows[reportOptions?.tradeType ?? ""];
  const { aggregation, countries, countriesExpanded, countriesSelectType } =
    searchOptions?.countries ?? {};
  const named = (countriesExpanded ?? []).flatMap(({ name }) => name ?? []);
  const list = named.length > 0 ? named : (countries ?? []);
  return [
    ...(flow === undefined ? [] : [`Trade Flow: ${flow}`]),
    ...(aggregation === undefined ? [] : [`Country Aggregation: ${aggregation}`]),
    countriesSelectType === "all" || list.length === 0
      ? "Select Type: Use All Countries"
      : `Country List: ${list.join(", ")}`,
  ].join("\n");
}

function parsed(text: string): Query {
  try {
    return (JSON.parse(text) ?? {}) as Query;
  } catch {
    return {};
  }
}
