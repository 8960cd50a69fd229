// npm run study:reading [-- FOLDER …]: how well the numbers of texts by other hands are read, against
// keys that their authors wrote. DETAILS=1 lists what fails. The figures are in docs/reading.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../../src/claims/reading/check-document.ts";
import type { CheckedNumber } from "../../src/claims/reading/checked.ts";
import { readDocument } from "../../src/documents/read.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import type { Subject } from "../../src/statements/statement.ts";

interface Key {
  readonly printed: string;
  readonly occurrence: number;
  readonly kind: "right" | "planted" | "other";
  readonly slip: string | null;
  readonly what: string | null;
  readonly partner: readonly string[] | null;
  readonly period: string | null;
  readonly flow: string | null;
  readonly product: string | null;
  readonly sector: string | null;
}

const TEXTS = "test/statements/texts";
const details = process.env.DETAILS !== undefined;
const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(TEXTS)
        .sort()
        .map((set) => join(TEXTS, set));

type Row = Record<string, number>;
const total: Record<string, Row> = {};
const reasons: Row = {};
/** Of one set the share of each text, as its author calls its style. */
const styles: { readonly style: string; readonly agree: number; readonly right: number }[] = [];
for (const folder of folders) {
  const own: Record<string, Row> = {};
  const files = readdirSync(folder)
    .filter((name) => /\.json$/.test(name))
    .sort();
  for (const name of files) {
    const key = JSON.parse(readFileSync(join(folder, name), "utf8"));

    const file = join(folder, key.file);
    const document = await readDocument(readFileSync(file), file);
    const started = performance.now();
    const checked = await checkDocument(document, countries());
    const took = performance.now() - started;
    const keys = (key.numbers as Key[]).map((one) => ({ ...one, ...placeOf(document.text, one) }));
    const used = new Set<CheckedNumber>();
    const before = agreed(own);
    if (details)
      console.log(
        `\n== ${file} ${key.style ?? ""} ${took.toFixed(0)} ms, ${checked.written?.label ?? "no date"}, as of ${checked.asOf}`,
      );
    for (const one of keys) {
      const number = checked.numbers.find(({ read }) => {
        const { offset, end } = read.number.place;
        return offset < one.end && end > one.at;
      });
      if (number) used.add(number);
      const outcome = number?.outcome ?? "not-read";
      count(own, one.kind, outcome);
      count(total, one.kind, outcome);
      if (one.kind === "right" && !/^agrees/.test(outcome))
        reasons[number?.because ?? (number ? outcome : "no number found")] =
          (reasons[number?.because ?? (number ? outcome : "no number found")] ?? 0) + 1;
      if (details && isBad(one.kind, outcome))
        console.log(
          `${one.kind.toUpperCase()} ${one.slip ?? ""} "${one.printed}" (${truthOf(one)}) -> ${number ? line(number) : "not found"}`,
        );
    }
    const now = agreed(own);
    styles.push({
      style: key.style ?? name,
      agree: now.agree - before.agree,
      right: now.right - before.right,
    });
    for (const number of checked.numbers) {
      if (used.has(number)) continue;
      count(own, "extra", number.outcome);
      count(total, "extra", number.outcome);
      if (details && /disagrees|^agrees/.test(number.outcome))
        console.log(`EXTRA "${number.read.number.raw}" -> ${line(number)}`);
    }
  }
  report(folder, own);
}
if (folders.length > 1) report("all", total);
else {
  console.log("right numbers that agree, by style:");
  for (const { style, agree, right } of styles.sort(
    (a, b) => a.agree / a.right - b.agree / b.right,
  ))
    console.log(`  ${agree} of ${right} (${((100 * agree) / right).toFixed(0)} %)  ${style}`);
}
console.log("right numbers that do not agree, by reason:");
for (const [reason, n] of Object.entries(reasons).sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(n).padStart(4)}  ${reason}`);

function agreed(rows: Record<string, Row>): { agree: number; right: number } {
  const right = rows.right ?? {};
  return {
    agree: (right.agrees ?? 0) + (right["agrees-otherwise"] ?? 0),
    right: Object.values(right).reduce((a, b) => a + b, 0),
  };
}

/** What the author of a text meant by a number. */
function truthOf({ what, flow, partner, product, period, sector }: Key): string {
  return [what, flow, partner?.join("+"), product, period, sector].filter(Boolean).join(" ");
}

function isBad(kind: Key["kind"], outcome: string): boolean {
  if (kind === "right") return outcome !== "agrees";
  if (kind === "planted") return outcome !== "disagrees";
  return outcome === "disagrees" || /^agrees/.test(outcome);
}

function count(rows: Record<string, Row>, kind: string, outcome: string): void {
  rows[kind] ??= {};
  rows[kind]![outcome] = (rows[kind]![outcome] ?? 0) + 1;
}

function placeOf(text: string, { printed, occurrence }: Key): { at: number; end: number } {
  const plain = (words: string) =>
    words
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u2010-\u2012\u2212]/g, "-")
      .replace(/\s/g, " ");
  let at = -1;
  for (let n = 0; n < (occurrence ?? 1); n++) at = plain(text).indexOf(plain(printed), at + 1);
  return at < 0 ? { at: -2, end: -1 } : { at, end: at + printed.length };
}

function report(title: string, rows: Record<string, Row>): void {
  const sum = (kind: string, ...outcomes: string[]) =>
    outcomes.reduce((all, one) => all + (rows[kind]?.[one] ?? 0), 0);
  const all = (kind: string) => Object.values(rows[kind] ?? {}).reduce((a, b) => a + b, 0);
  const share = (part: number, whole: number) =>
    `${part} of ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)} %)` : ""}`;
  const agreed = sum("right", "agrees", "agrees-otherwise");
  const falsely = sum("planted", "agrees", "agrees-otherwise");
  const otherAgrees =
    sum("other", "agrees", "agrees-otherwise") + sum("extra", "agrees", "agrees-otherwise");
  const flagged = sum("planted", "disagrees");
  console.log(`
${title}
  right   agree ${share(agreed, all("right"))}, ${sum("right", "agrees-otherwise")} of them otherwise; near ${sum("right", "near")}; called wrong ${share(sum("right", "disagrees"), all("right"))}; unsure ${sum("right", "unsure")}; no data ${sum("right", "no-data")}; not read ${sum("right", "not-read")}
  planted flagged ${share(flagged, flagged + falsely + sum("planted", "near"))} of those read; ${all("planted")} in all, ${falsely} agree
  other   ${all("other")}: ${sum("other", "disagrees")} called wrong, ${sum("other", "agrees", "agrees-otherwise")} agree
  false among what agrees: ${share(falsely, agreed + falsely)} (with other numbers ${otherAgrees})`);
}

function line({ read, outcome, trial, tried, because, part }: CheckedNumber): string {
  const statement = trial?.reading.statement ?? read.readings[0]?.statement;
  const of = (one: Subject) =>
    `${one.as === "deficit" ? "deficit" : one.flow} ${one.partners.join("+")}${one.product ? ` ${one.product}` : ""}${one.without ? ` without ${one.without}` : ""}`;
  const what = statement
    ? `${statement.quantity} ${of(statement.subject)}${statement.against ? ` / ${of(statement.against)}` : ""} ${statement.from ? `${statement.from.label}>` : ""}${statement.period?.label} ${statement.subject.sector ?? "-"} [${Object.entries(
        statement.origins,
      )
        .map(([name, origin]) => `${name[0]}:${origin}`)
        .join(" ")}]`
    : "";
  const computed = trial
    ? Math.abs(trial.computed) > 1e6
      ? `${(trial.computed / 1e9).toFixed(2)}bn`
      : trial.computed.toFixed(2)
    : "?";
  return `${outcome} ${part ?? ""} ${because ?? ""} | ${what} = ${computed} (${tried})\n        ${read.sentence.slice(0, 200)}`;
}
