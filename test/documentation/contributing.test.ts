import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExampleProject } from "./example-project.ts";

const page = readFileSync("CONTRIBUTING.md", "utf8");

/** A block of the page, with the file that the line before it names. */
interface Block {
  readonly path: string | null;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = [
  ...page.matchAll(/(?:^`([^`]+)`:\n\n)?^```(\w+)\n(.*?)^```$/gms),
].map(([, path, language, text]) => ({ path: path ?? null, language: language!, text: text! }));

const files = blocks.filter(({ path, language }) => path !== null && language !== "diff");
const changes = blocks.filter(({ language }) => language === "diff");
const commands = blocks
  .filter(({ language }) => language === "console")
  .map(({ text }) => {
    const [first, ...output] = text.trimEnd().split("\n");
    return [first!.replace(/^\$ /, ""), output.join("\n")] as const;
  });

describe("whoever follows the examples of CONTRIBUTING", () => {
  let project: ExampleProject;

  beforeAll(() => {
    project = new ExampleProject();
    for (const { path, text } of files) project.write(path!, text);
    for (const { path, text } of changes) project.change(path!, text);
  }, 60_000);

  afterAll(() => project.remove());

  it("adds each with one file, or one entry of a registry, or both", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "src/metrics/import-ratio.ts",
      "test/metrics/import-ratio.test.ts",
      "src/metrics/large-partners.ts",
      "src/sources/formats/statistics-office.ts",
      "office.csv",
      "src/store/publishers/statistics-office.ts",
      "brief.yaml",
    ]);
    expect(changes.map(({ path }) => path)).toEqual([
      "src/metrics/registry.ts",
      "src/sources/formats/registry.ts",
      "src/store/publishers/registry.ts",
      "src/products/product-sets.ts",
    ]);
  });

  it("has sources whose types are right", () => {
    expect(project.run("tsc", "--noEmit", "-p", ".")).toEqual({ status: 0, output: "" });
  }, 120_000);

  it("has tests that pass, and those of the registry pass with the new metric", () => {
    const { status, output } = project.run("vitest", "run", "--root", ".", "test/metrics");
    expect([status, output]).toEqual([0, expect.stringContaining("import-ratio.test.ts")]);
  }, 120_000);

  let outputs: readonly string[] | null = null;

  it.each(commands.map(([line, output], at) => [line, output, at] as const))(
    "sees what is shown: %s",
    (_, output, at) => {
      outputs ??= project.type(commands.map(([line]) => line));
      expect(outputs[at]).toBe(output);
    },
    120_000,
  );
});
