import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { manFiles, manPages } from "../../scripts/documentation/man-pages.ts";
import { roff } from "../../scripts/documentation/roff.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { run } from "../cli/run.ts";

const pages = await manPages("1.2.3");
const hasMan = spawnSync("man", ["--version"]).status === 0;

/** A page as a reader sees it, with what the formatter complains of. */
function shown(page: string): { text: string; complaints: string } {
  const { stdout, stderr } = spawnSync("man", ["--warnings", "--local-file", "-"], {
    encoding: "utf8",
    input: page,
    env: { ...process.env, MANWIDTH: "400", LC_ALL: "C.UTF-8", MAN_KEEP_FORMATTING: "" },
  });
  return { text: stdout.replace(/ +/g, " "), complaints: stderr };
}

describe("the manual pages", () => {
  it("are one for the program, one for each command and one for each of their commands", () => {
    const names = [...pages.keys()];
    expect(names).toContain("trade-metrics.1");
    expect(names).toContain("trade-metrics-data-check.1");
    for (const { id } of metrics) expect(names).toContain(`trade-metrics-${id}.1`);
  });

  it("are named in package.json, as `npm run docs` writes them, so that npm installs them", () => {
    const { man } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(man).toEqual(manFiles(pages));
  });

  it.each([...pages])("%s has a name, a synopsis and the exit status", (name, page) => {
    expect(page.startsWith('.TH "TRADE')).toBe(true);
    expect(page).toContain(`.SH "NAME"\n${roff(name.replace(/\.1$/, ""))} \\- `);
    for (const heading of ["SYNOPSIS", "EXIT STATUS", "SEE ALSO"]) {
      expect(page).toContain(`.SH "${heading}"`);
    }
  });

  it("tell every option that the help tells", async () => {
    const { stdout } = await run(["balance", "--help"]);
    const page = pages.get("trade-metrics-balance.1")!;
    const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag!);
    expect(flags.length).toBeGreaterThan(40);
    // --help itself is how to get what the page has.
    for (const flag of flags.filter((one) => one !== "--help")) {
      expect(page).toContain(`\\fB${roff(flag)}\\fR`);
    }
  });

  it("print what begins with a dot, a backslash or a quotation mark as it stands", () => {
    expect(roff('.TH \\n "a-b" é')).toBe("\\&.TH \\en \\(dqa\\-b\\(dq \\[u00E9]");
  });

  it.skipIf(!hasMan)(
    "are shown by man, which finds nothing wrong with any of them",
    () => {
      for (const page of pages.values()) expect(shown(page).complaints).toBe("");
      const { text } = shown(pages.get("trade-metrics-deficit-ratio.1")!);
      expect(text).toContain(
        "trade-metrics-deficit-ratio - The trade balance in percent of exports",
      );
      expect(text).toContain("trade-metrics deficit-ratio [options] [partner ...]");
      expect(text).toContain("$ trade-metrics deficit-ratio --partner MX");
      expect(text).toContain("--where column=text");
      expect(text).toContain("Trade statistics");
    },
    120_000,
  );
});
