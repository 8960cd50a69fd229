import type { Answer } from "./answer.ts";
import {
  beginning,
  csvHeader,
  dayOf,
  hasRows,
  missingColumns,
  quoted,
  secondsToWait,
} from "./look.ts";
import type { Outcome, PlannedRequest, Publisher } from "./publisher.ts";
import { unexpected } from "./unexpected.ts";

/** OECD, SDMX service: Trade in Value Added as CSV. */
export const oecd: Publisher = {
  id: "oecd",
  title: "OECD",
  service: {
    // The space is part of the address: value added is not under /public/.
    address:
      "https://sdmx.oecd.org/sti-public/rest/data/OECD.STI.PIE,DSD_TIVA_MAINSH@DF_MAINSH,1.1",
    headers: { accept: "application/vnd.sdmx.data+csv; charset=utf-8" },
    limits: [
      { calls: 1, seconds: 3 },
      { calls: 60, seconds: 3600 },
    ],
    key: null,
    terms: "free to use with attribution to the OECD",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "tiva-shares",
      title: "Shares of value added in trade (OECD TiVA)",
      standard: true,
      format: "sdmx",
      everyDays: 365,
      parameters: [
        {
          name: "measures",
          title: "measures with commas",
          usual: "EXGR_DVA,EXGR_FVA,FEXGR_DVA,FFD_DVA",
        },
        { name: "startPeriod", title: "first year", usual: "1995" },
      ],
      plan: ({ measures, startPeriod }) =>
        measures!.split(",").map((measure) => ({
          label: measure.trim(),
          url: `${oecd.service.address}/${measure.trim()}.._T.W..A?startPeriod=${encodeURIComponent(startPeriod!)}&format=csvfile`,
        })),
    },
  ],
  classify,
  released: ({ headers }) => dayOf(headers["last-modified"]),
};

function classify(answer: Answer, request: PlannedRequest): Outcome {
  const { status } = answer;
  if (status === 204) return { kind: "empty" };
  const header = csvHeader(answer);
  const isTable = status === 200 && /^(DATAFLOW|STRUCTURE)$/.test(header[0]!);
  const start = beginning(answer);
  // Sent as text, as a JSON text, or as the message of an object.
  const text = isTable ? start : start.replace(/^(\{\s*"\w+"\s*:\s*)?"/, "");
  const message = quoted(text.slice(0, 400));
  // The limit is told with 429, 403 or 200; `Retry-After: 0` is not to be taken at its word.
  if (/^You have exceeded the number of requests for data downloads/.test(text)) {
    return { kind: "stop", message };
  }
  if (/^You have exceeded the number of requests/.test(text)) {
    return { kind: "slow-down", seconds: secondsToWait(answer, 60), message };
  }
  if (/^No ?(Results|Records) ?Found/i.test(text)) return { kind: "empty" };
  if (text.startsWith("languageTag")) {
    return { kind: "fix-query", message: "the service wants the header Accept-Language" };
  }
  if (text.startsWith("Object reference not set")) {
    return {
      kind: "fix-query",
      message: "the dataflow is not in this space (public, sti-public, dcd-public)",
    };
  }
  if (status === 413 && !request.url.includes("lastNObservations")) {
    return { kind: "cut-off", message: "the query is too large" };
  }
  if (status === 413) return { kind: "fix-query", message: "lastNObservations is not answered" };
  if (status === 422 || /^Could not find Dataflow/.test(text))
    return { kind: "fix-query", message };
  if (!isTable) return unexpected(answer, "SDMX-CSV");
  const names = header.map((name) => name.replace(/:.*/, ""));
  const missing = missingColumns(names, ["TIME_PERIOD", "OBS_VALUE"]);
  if (missing !== null) return missing;
  return hasRows(answer) ? { kind: "data" } : { kind: "empty" };
}
