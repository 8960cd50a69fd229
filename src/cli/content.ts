import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { contentAnswer } from "../calculation/content-answer.ts";
import type { Answer, DataUse } from "../calculation/result.ts";
import {
  type BillOfMaterials,
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
  readonly steel?: number;
  readonly aluminium?: number;
  readonly by: "part" | "tier";
}

/** Reads bills of materials and computes their content; several are averaged. */
export async function answerContent(
  files: readonly string[],
  options: ContentCommandOptions,
): Promise<Answer> {
  const { example, date, region, method, vehicle, threshold } = options;
  if ((files.length === 0) === (example === undefined)) {
    throw new InputError(
      `content: which bill of materials? (name a .csv, .json or .yaml file, or --example ${contentExamples().join(" or ")})`,
    );
  }
  if (files.length > 1 && options.by === "tier") {
    throw new InputError("--by tier: takes one bill of materials (leave out the other files)");
  }
  const paths = example === undefined ? files : [contentExampleFile(example)];
  const bills: BillOfMaterials[] = [];
  for (const path of paths) bills.push(await readBillOfMaterials(path));
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
    ...(options.steel !== undefined && { steelPurchases: options.steel }),
    ...(options.aluminium !== undefined && { aluminiumPurchases: options.aluminium }),
    by: options.by,
  };
  const data = bills.map((bill, index) => dataUse(bill, paths[index]!, example));
  return underOption("--date", () => contentAnswer(bills, data, settings));
}

function dataUse({ parts }: BillOfMaterials, path: string, example: string | undefined): DataUse {
  return {
    id: example ?? basename(path),
    title: "Bill of materials",
    source: example === undefined ? "a file of one's own" : "an invented example",
    vintage: null,
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    basis: null,
    rows: { read: parts.length, used: parts.length, skipped: {} },
  };
}

function regionCodes(list: string): string[] {
  const directory = new PartnerDirectory(countries());
  return underOption("--region", () => directory.select(list, null)).partners.map(
    ({ code }) => code,
  );
}
