/** What wrote a document, as JSON names it. */
export const TOOL = `trade-metrics ${process.env.TRADE_METRICS_VERSION ?? "development"}`;
