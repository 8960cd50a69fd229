import type { Answer } from "./answer.ts";
import {
  at,
  beginning,
  csvHeader,
  hasRows,
  jsonOf,
  missingColumns,
  pageTitle,
  quoted,
  secondsToWait,
} from "./look.ts";
import type { Outcome, PlannedRequest, Publisher } from "./publisher.ts";
import { toldInWords } from "./told.ts";
import { unexpected } from "./unexpected.ts";

const SERVICE = "https://ec.europa.eu/eurostat/api/comext/dissemination";

/** Eurostat, Comext: trade of the members of the EU by product, in euros. */
export const eurostat: Publisher = {
  id: "eurostat",
  title: "Eurostat, Comext",
  service: {
    address: SERVICE,
    headers: {},
    // No limit is published; the service makes one extraction at a time.
    limits: [{ calls: 1, seconds: 2 }],
    key: null,
    terms: "free to use with attribution to Eurostat",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "comext",
      title: "Goods of EU members by product (Eurostat Comext DS-045409), euros",
      standard: false,
      format: "sdmx",
      everyDays: 31,
      parameters: [
        { name: "reporter", title: "reporters, DE,FR; EU27_2020", usual: null },
        { name: "partner", title: "partners, US,MX; WORLD", usual: null },
        { name: "product", title: "CN codes, or TOTAL", usual: "TOTAL" },
        { name: "flow", title: "1 imports, 2 exports", usual: "1,2" },
        { name: "freq", title: "A yearly, M monthly", usual: "A" },
        { name: "startPeriod", title: "first year or month", usual: "2020" },
        { name: "endPeriod", title: "last year or month", usual: "none" },
      ],
      plan(values) {
        const codes = (name: string) =>
          values[name]!.split(",")
            .map((code) => encodeURIComponent(code.trim()))
            .join("+");
        const key = [
          ...["freq", "reporter", "partner", "product", "flow"].map(codes),
          "VALUE_IN_EUROS",
        ];
        const query = new URLSearchParams({
          ...{ format: "SDMX-CSV", startPeriod: values.startPeriod! },
          ...(values.endPeriod === "none" ? {} : { endPeriod: values.endPeriod! }),
        });
        const url = `${SERVICE}/sdmx/2.1/data/DS-045409/${key.join(".")}?${query}`;
        return [{ label: `${values.reporter}-${values.partner}-${values.product}`, url }];
      },
      split: byReporter,
    },
  ],
  classify,
  released(answer) {
    const [header, row] = beginning(answer)
      .split(/\r?\n/, 2)
      .map((line) => line.split(","));
    const text = row?.[header!.indexOf("LAST UPDATE")] ?? "";
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d\d)\b/.exec(text) ?? [];
    return day === undefined ? null : `20${year}-${month}-${day}`;
  },
};

/** One reporter at a time. */
function byReporter({ label, url }: PlannedRequest): readonly PlannedRequest[] {
  const [, before, reporters, after] = /^(.*\/DS-045409\/[^.]*\.)([^.]*)(\..*)$/.exec(url) ?? [];
  const codes = reporters?.split("+") ?? [];
  if (codes.length < 2) return [];
  return codes.map((code) => ({ label: `${label}-${code}`, url: `${before}${code}${after}` }));
}

function classify(answer: Answer, request: PlannedRequest): Outcome {
  const { status } = answer;
  if (status === 204) return { kind: "empty" };
  const text = beginning(answer);
  // Faults, queues and data may all have the status and the type of data: the bytes decide.
  if (text.startsWith("<") && pageTitle(answer) === null) return fromXml(text, request, answer);
  if (text.startsWith("{")) return fromJson(answer);
  const header = csvHeader(answer);
  if (status !== 200) return unexpected(answer, "SDMX-CSV");
  if (/^freq,[^\t]*\t/.test(text)) return { kind: "data" };
  if (header[0] !== "DATAFLOW") return unexpected(answer, "SDMX-CSV");
  const missing = missingColumns(header, ["TIME_PERIOD", "OBS_VALUE"]);
  if (missing !== null) return missing;
  return hasRows(answer) ? { kind: "data" } : { kind: "empty" };
}

/** The service tells some errors in JSON, whatever was asked for. */
function fromJson(answer: Answer): Outcome {
  const json = jsonOf(answer);
  const label = [at(json, "warning"), at(json, "error")]
    .flat()
    .map((one) => at(one, "label"))
    .find((text) => typeof text === "string");
  return label === undefined ? unexpected(answer, "SDMX-CSV") : refusal(quoted(label), answer);
}

function fromXml(text: string, request: PlannedRequest, answer: Answer): Outcome {
  const fault = faultIn(text);
  if (fault !== null) return refusal(quoted(fault), answer);
  const state = /status>([A-Z]+)</.exec(text)?.[1];
  const id = /<(?:\w+:)?(?:id|key)>([\w-]+)</.exec(text)?.[1];
  const next = (what: "status" | "data"): PlannedRequest => ({
    label: request.label,
    url: `${SERVICE}/1.0/async/${what}/${id}`,
  });
  if (state === "AVAILABLE") return { kind: "wait", seconds: 0, next: next("data") };
  if (state === "SUBMITTED" || state === "PROCESSING") {
    return { kind: "wait", seconds: 10, next: next("status") };
  }
  // What was prepared is gone after a while: it has to be asked for again.
  if (state === "EXPIRED") return { kind: "wait", seconds: 2, next: null };
  return unexpected(answer, "SDMX-CSV");
}

function refusal(message: string, answer: Answer): Outcome {
  if (/^NO_RESULTS|no results? found/i.test(message)) return { kind: "empty" };
  if (/^EXTRACTION_TOO_BIG|too (big|large|many cells)/i.test(message)) {
    return { kind: "cut-off", message };
  }
  // What is being prepared has no number here: the same is asked again.
  if (/^ASYNCHRONOUS_RESPONSE/.test(message)) return { kind: "wait", seconds: 10, next: null };
  const told = toldInWords(answer, message, false);
  if (told !== null) return told;
  if (answer.status === 429) {
    return { kind: "slow-down", seconds: secondsToWait(answer, 30), message };
  }
  if (/unavailable|internal|busy|time-?out|try again/i.test(message) || answer.status === 503) {
    return { kind: "failed", message, again: true };
  }
  return { kind: "fix-query", message };
}

/** What a fault says, in the words of SOAP 1.1, SOAP 1.2 or SDMX; null where the answer is none. */
function faultIn(text: string): string | null {
  const inner =
    /<(?:\w+:)?faultstring[^>]*>(.*?)<\/(?:\w+:)?faultstring>/s.exec(text)?.[1] ??
    /<(?:\w+:)?Reason[^>]*>.*?<(?:\w+:)?Text[^>]*>(.*?)<\/(?:\w+:)?Text>/s.exec(text)?.[1] ??
    /<(?:\w+:)?ErrorMessage\b[^>]*>.*?<(?:\w+:)?Text[^>]*>(.*?)<\/(?:\w+:)?Text>/s.exec(text)?.[1];
  if (inner === undefined) return null;
  return inner
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, "$1")
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
