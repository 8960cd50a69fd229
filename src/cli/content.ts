import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { contentAnswer } from "../calculation/content-answer.ts";
import type { Answer } from "../calculation/result.ts";
import {
  type ContentMethod,
  type ProductClass,
  readBillOfMaterials,
  type Vehicle,
} from "../content/index.ts";
import { InputError } from "../errors.ts";
import { PartnerDirectory } from "../partners/directory.ts";
import { underOption } from "../question/under-option.ts";
import { contentExampleFile, contentExamples } from "../sources/embedded/content-examples.ts";
import { countries } from "../sources/embedded/embedded.ts";

/** What the command line says about a bill of materials. */
export interface ContentCommandOptions {
  readonly example?: string;
  readonly date?: string;
  readonly region?: string;
  readonly method?: ContentMethod;
  readonly class?: ProductClass;
  readonly vehicle?: Vehicle;
  readonly threshold?: number;
  readonly technologyWages?: number;
  readonly highWagePlant?: true;
  readonly by: "part" | "tier";
}

/** Reads a bill of materials and computes its content. */
export async function answerContent(
  file: string | undefined,
  options: ContentCommandOptions,
): Promise<Answer> {
  const { example, date, region, method, vehicle, threshold } = options;
  if ((file === undefined) === (example === undefined)) {
    throw new InputError(
      `content: which bill of materials? (name a .csv, .json or .yaml file, or --example ${contentExamples().join(" or ")})`,
    );
  }
  const path = file ?? contentExampleFile(example!);
  const bill = await readBillOfMaterials(path);
  const parts = bill.parts.length;
  const data = {
    id: example ?? basename(path),
    title: "Bill of materials",
    source: example === undefined ? "a file of one's own" : "an invented example",
    vintage: null,
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    basis: null,
    rows: { read: parts, used: parts, skipped: {} },
  };
  const settings = {
    date: date ?? new Date().toISOString().slice(0, 10),
    ...(region !== undefined && { region: regionCodes(region) }),
    ...(method && { method }),
    ...(vehicle && { vehicle }),
    ...(options.class && { class: options.class }),
    ...(threshold !== undefined && { threshold }),
    ...(options.technologyWages !== undefined && {
      technologyWageShare: options.technologyWages,
    }),
    ...(options.highWagePlant && { highWageAssemblyPlant: true }),
    by: options.by,
  };
  return underOption("--date", () => contentAnswer(bill, data, settings));
}

function regionCodes(list: string): string[] {
  const directory = new PartnerDirectory(countries());
  return underOption("--region", () => directory.select(list, null)).partners.map(
    ({ code }) => code,
  );
}
