import type { Answer } from "./answer.ts";
import { at, jsonOf, quoted } from "./look.ts";
import type { Outcome, Publisher } from "./publisher.ts";
import { toldInWords } from "./told.ts";
import { unexpected } from "./unexpected.ts";

/** Years that one call gives without a key. */
const YEARS = 10;
/** The consumer price index for all urban consumers, all items, not seasonally adjusted. */
const CPI_U = "CUUR0000SA0";

/** Bureau of Labor Statistics: prices, by which dollars of different years are compared. */
export const bls: Publisher = {
  id: "bls",
  title: "Bureau of Labor Statistics",
  service: {
    address: "https://api.bls.gov/publicAPI/v2/timeseries/data",
    headers: {},
    limits: [
      { calls: 1, seconds: 2 },
      { calls: 25, seconds: 86_400 },
    ],
    key: {
      ...{ variable: "BLS_API_KEY", place: "query", name: "registrationkey", optional: true },
      page: "https://data.bls.gov/registrationEngine/",
    },
    terms: "public domain",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "cpi-u",
      title: "US consumer prices (CPI-U), monthly, 1982-84 = 100",
      standard: true,
      format: null,
      everyDays: 31,
      parameters: [{ name: "from", title: "first year", usual: "ten years ago" }],
      plan(values, today) {
        const last = Number(today.slice(0, 4));
        const first = /^\d{4}$/.test(values.from!) ? Number(values.from) : last - YEARS + 1;
        const spans = Math.max(1, Math.ceil((last - first + 1) / YEARS));
        return Array.from({ length: spans }, (_, index) => {
          const start = first + index * YEARS;
          const end = Math.min(last, start + YEARS - 1);
          const query = `startyear=${start}&endyear=${end}`;
          return { label: `${start}-${end}`, url: `${bls.service.address}/${CPI_U}?${query}` };
        });
      },
    },
  ],
  classify,
};

function classify(answer: Answer): Outcome {
  const json = jsonOf(answer);
  const status = at(json, "status");
  if (answer.status === 204) return { kind: "empty" };
  if (typeof status !== "string") return unexpected(answer, "JSON", true);
  const messages = [at(json, "message")].flat().filter((text) => typeof text === "string");
  const message = quoted(messages.join(" ")) || status;
  if (/daily threshold/i.test(message)) return { kind: "stop", message };
  if (answer.status !== 200) return unexpected(answer, "JSON", true);
  if (status !== "REQUEST_SUCCEEDED") {
    const told = toldInWords(answer, message, true);
    if (told !== null) return told;
    return /key/i.test(message) ? { kind: "fix-key", message } : { kind: "fix-query", message };
  }
  if (/does not exist/i.test(message)) return { kind: "fix-query", message };
  const series = at(json, "Results", "series");
  if (!Array.isArray(series)) return unexpected(answer, "series");
  const isFilled = series.some((one) => [at(one, "data")].flat().some((row) => at(row, "value")));
  return isFilled ? { kind: "data" } : { kind: "empty" };
}
