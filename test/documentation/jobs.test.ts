import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

// The jobs that the documentation shows are run as a runner runs them: each shell line in turn, with
// `bash -e`, in a checkout with `claims.yaml` and `report.md`. The action of this project is read from
// `action.yml`. `git clone` brings this folder, in which `npm ci` has been run.

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps?: readonly Step[];
  readonly script?: readonly string[];
  readonly artifacts?: { readonly when: string; readonly reports: { readonly junit: string } };
}

function jobsIn(document: string): { readonly text: string; readonly job: Job }[] {
  const blocks = [...readFileSync(document, "utf8").matchAll(/```yaml\n(.*?)```/gs)];
  return blocks.flatMap(([, text]) => {
    const all = parse(text!);
    const jobs: Job[] = Object.values(all.jobs ?? all);
    return jobs.filter((job) => job?.steps || job?.script).map((job) => ({ text: text!, job }));
  });
}

const jobs = [...jobsIn("README.md"), ...jobsIn("docs/claim-files.md")];
const action = parse(readFileSync("action.yml", "utf8"));
const isOwnAction = ({ uses }: Step) => /^OWNER\/trade-metrics@v/.test(uses ?? "");

const formatOf = ({ job }: { readonly job: Job }) =>
  commandsOf(job).flatMap(({ run }) => /--format (\w+)/.exec(run)?.[1] ?? []);
const jobOf = (format: string) => jobs.filter((one) => formatOf(one).includes(format));

/** The shell lines of a job in their order, those of this project's action with its inputs. */
function commandsOf({ script, steps }: Job) {
  return (script ?? steps!).flatMap((step) => {
    if (typeof step === "string") return [{ run: step, env: {} }];
    if (!isOwnAction(step)) return step.run ? [{ run: step.run, env: {} }] : [];
    const given = (name: string) => String(step.with?.[name] ?? action.inputs[name].default);
    return action.runs.steps.flatMap(({ run, env = {} }: Step) => {
      if (!run) return [];
      const filled = Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ inputs\.(\w+) \}\}/, (_, input) => given(input)),
      ]);
      return [{ run, env: Object.fromEntries(filled) as Record<string, string> }];
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), "trade-metrics-jobs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const git = `[ "$1" = clone ] && ln -s "${resolve(".")}" trade-metrics`;
  const npm = `[ "$1 \${2%--no-audit}" = "ci " ] || [ "$1 $2 $3" = "ci --prefix trade-metrics" ]`;
  for (const [name, text] of Object.entries({ git, npm })) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});

// US Census Bureau, 2023: imports from Mexico 475.2 billion dollars.
function checkout(name: string, reported: string): string {
  const place = join(folder, name);
  mkdirSync(join(place, ".git"), { recursive: true });
  const claims = [
    'report: { id: brief, title: A brief, publisher: Somebody, date: "2025-03", vintage: 2025-04 }',
    "claims:",
    "  - id: imports",
    "    where: { line: 1 }",
    "    says: Imports from Mexico in 2023",
    `    reported: "${reported}"`,
    "    unit: USD",
    "    scale: billion",
    '    compute: { metric: flow, of: imports, partner: MX, period: "2023" }',
  ];
  writeFileSync(join(place, "claims.yaml"), `${claims.join("\n")}\n`);
  writeFileSync(
    join(place, "report.md"),
    `Imports from Mexico were $${reported} billion in 2023.\n`,
  );
  return place;
}

function shell(line: string, place: string, env: Readonly<Record<string, string>>) {
  return spawnSync("bash", ["--noprofile", "--norc", "-e", "-c", line], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: place,
    encoding: "utf8",
    env: {
      ...env,
      GITHUB_ACTION_PATH: resolve("."),
      PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(place, "summary.md"),
    },
  });
}

/** The status of the first line that fails, and what all lines print. */
function lines({ job }: { readonly job: Job }, place: string) {
  const all = commandsOf(job);
  expect(all.length).toBeGreaterThan(0);
  let printed = "";
  for (const { run, env } of all) {
    const { status, stdout, stderr } = shell(run, place, env);
    printed += stdout;
    expect(stderr).toBe("");
    if (status !== 0) return { status, printed };
  }
  return { status: 0, printed };
}

describe("the jobs of the documentation", () => {
  it("are one of each form", () => {
    expect(["github", "sarif", "junit"].map((format) => jobOf(format).length)).toEqual([1, 1, 1]);
  });

  it.each(["github", "sarif", "junit"])("pass where the numbers are right: %s", (format) => {
    expect(lines(jobOf(format)[0]!, checkout(`right-${format}`, "475.2")).status).toBe(0);
  });

  it("annotate the claim of a wrong number, and put a table into the summary of the step", () => {
    const place = checkout("wrong-github", "457.2");
    const { status, printed } = lines(jobOf("github")[0]!, place);
    expect(status).toBe(1);
    expect(printed).toMatch(/^::error file=claims\.yaml,line=3,title=mismatch%3A imports::457\.2 /);
    expect(readFileSync(join(place, "summary.md"), "utf8")).toContain(
      "| **violation** | mismatch |",
    );
  });

  it("write SARIF that names the line of the text, for a step that is run although the job fails", () => {
    const place = checkout("wrong-sarif", "457.2");
    const [found] = jobOf("sarif");
    expect(lines(found!, place).status).toBe(1);
    const upload = found!.job.steps!.find(({ with: own }) => own?.sarif_file);
    expect(upload!.if).toBe("always()");
    const log = JSON.parse(readFileSync(join(place, String(upload!.with!.sarif_file)), "utf8"));
    const [result] = log.runs[0].results;
    expect(result.ruleId).toBe("mismatch");
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "report.md" },
      region: { startLine: 1 },
    });
  });

  it("write a JUnit report that is kept although the job fails", () => {
    const place = checkout("wrong-junit", "457.2");
    const [found] = jobOf("junit");
    expect(lines(found!, place).status).toBe(1);
    const { when, reports } = found!.job.artifacts!;
    expect([when, existsSync(join(place, reports.junit))]).toEqual(["always", true]);
    expect(readFileSync(join(place, reports.junit), "utf8")).toContain(
      '<testsuites tests="1" failures="1" errors="0" skipped="0">',
    );
  });
});
