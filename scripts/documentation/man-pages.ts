import type { Argument, Command, Option } from "commander";
import { createProgram } from "../../src/cli/program.ts";
import { bold, italic, paragraph, roff, section } from "./roff.ts";

const NAME = "trade-metrics";

const EXIT_STATUS = [
  ["0", "Done."],
  ["1", "A check found what its policy forbids (verify, data check, --strict)."],
  ["2", "It could not run: wrong usage, or input that cannot be used."],
] as const;

/**
 * A manual page of section 1 for the program and for each of its commands, by file name. They are made
 * from what the help is made from.
 */
export async function manPages(version: string): Promise<Map<string, string>> {
  const program = await createProgram(version);
  const pages = new Map<string, string>();
  for (const path of pathsOf(program)) {
    pages.set(`${dashed(path)}.1`, page(path, version));
  }
  return pages;
}

/** Where the pages are in the package, as its `man` names them. */
export function manFiles(pages: ReadonlyMap<string, string>): string[] {
  return [...pages.keys()].sort().map((name) => `./dist/man/${name}`);
}

/** A command with those above it, the program first. */
type Path = readonly Command[];

function pathsOf(command: Command, above: Path = []): Path[] {
  const path = [...above, command];
  return [path, ...command.commands.flatMap((child) => pathsOf(child, path))];
}

const dashed = (path: Path) => path.map((command) => command.name()).join("-");

function page(path: Path, version: string): string {
  const command = path.at(-1)!;
  const title = [dashed(path).toUpperCase(), "1", "", `${NAME} ${version}`, "Trade statistics"];
  return [
    `.TH ${title.map((part) => `"${roff(part)}"`).join(" ")}`,
    section("Name", [`${roff(dashed(path))} \\- ${roff(oneLine(command))}`]),
    section("Synopsis", [synopsis(path)]),
    section("Description", [roff(sentence(command.description()))]),
    section("Arguments", command.registeredArguments.map(argument)),
    ...groups(command.commands, (one) => one.helpGroup(), "Commands", child),
    ...groups(
      command.options,
      (one) => one.helpGroupHeading,
      "Options",
      (one) => option(one, command),
    ),
    section("Examples", examples(command)),
    section(
      "Exit status",
      EXIT_STATUS.map(([code, says]) => paragraph(bold(code), roff(says))),
    ),
    section("See also", [seeAlso(path)]),
  ].join("");
}

/** What stands behind the dash of NAME, which `whatis` and `apropos` show. */
function oneLine(command: Command): string {
  return command.summary() || command.description();
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function synopsis(path: Path): string {
  const names = path.map((command) => bold(command.name())).join(" ");
  const command = path.at(-1)!;
  const given = command.registeredArguments.map(
    (one) => `[${italic(one.name())}${one.variadic ? " ..." : ""}]`,
  );
  const below = command.commands.length > 0 ? [italic("command")] : [];
  return [names, ...below, `[${italic("options")}]`, ...given].join(" ");
}

function argument(one: Argument): string {
  return paragraph(italic(one.name()), roff(one.description));
}

function child(command: Command): string {
  return paragraph(bold(command.name()), roff(oneLine(command)));
}

function option(one: Option, command: Command): string {
  const [, flags = "", value = ""] = /^(.*?)(?:\s+[<[](.*)[>\]])?$/.exec(one.flags) ?? [];
  const names = flags.split(", ").map(bold).join(", ");
  const given = one.optional ? `[${italic(value)}]` : italic(value);
  const description = command.createHelp().optionDescription(one).replaceAll('"', "");
  return paragraph(value === "" ? names : `${names} ${given}`, roff(description));
}

/** The members of a list under the headings that the help has. */
function groups<Member>(
  members: readonly Member[],
  headingOf: (member: Member) => string | undefined,
  usual: string,
  shown: (member: Member) => string,
): string[] {
  const under = new Map<string, string[]>();
  for (const member of members) {
    const heading = (headingOf(member) || usual).replace(/:$/, "");
    under.set(heading, [...(under.get(heading) ?? []), shown(member)]);
  }
  return [...under].map(([heading, texts]) => section(heading, texts));
}

/** The examples that stand before the help. */
function examples(command: Command): string[] {
  let text = "";
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  const lines = text.split("\n").filter((line) => line.startsWith("  $ "));
  return lines.length === 0
    ? []
    : [`.nf\n${lines.map((line) => roff(line.trim())).join("\n")}\n.fi`];
}

function seeAlso(path: Path): string {
  const above = path.length > 1 ? [path.slice(0, -1)] : [];
  const below = path.at(-1)!.commands.map((one) => [...path, one]);
  const pages = [...above, ...below].map((one) => `${bold(dashed(one))}(1)`);
  return `${pages.join(", ")}. Formulas and terms: ${bold(`${NAME} explain`)} ${italic("word")}`;
}
