import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, answerInMemory } from "../../src/store/publishers/answer.ts";
import type { PlannedRequest } from "../../src/store/publishers/publisher.ts";
import { workbook } from "../sources/workbook-file.ts";

const folder = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "recorded");

/** Answers of the publishers, captured or written from their documentation. */
export const hasRecorded = existsSync(folder);

/** An answer as it was recorded, and the request that it answers. */
export interface Recorded {
  readonly name: string;
  readonly request: PlannedRequest;
  readonly status: number;
  readonly answer: Answer;
  readonly body: Uint8Array;
}

export function recordedAnswers(): Recorded[] {
  if (!hasRecorded) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => recorded(name.replace(/\.json$/, "")));
}

export function recorded(name: string): Recorded {
  const { request, response } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([key, value]) => [key.toLowerCase(), String(value)]),
  );
  const body = bodyOf(name, String(response.body ?? ""));
  return {
    name,
    status: response.status,
    request: {
      label: name,
      url: request.url,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    },
    answer: answerInMemory(response.status, headers, body),
    body,
  };
}

/** One body is the description of a workbook, from which the workbook is made. */
function bodyOf(name: string, text: string): Uint8Array {
  if (name !== "census/18-country-file-head") return Buffer.from(text);
  const { sheet, header } = JSON.parse(text) as { sheet: string; header: string[] };
  return workbook({ [sheet]: [header] });
}
