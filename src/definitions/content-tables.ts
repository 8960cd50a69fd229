import { type LabourThreshold, labourThresholds } from "../content/labour-thresholds.ts";
import { DE_MINIMIS, type Limit, METAL_PURCHASES } from "../content/limits.ts";
import { APPENDIX, type RuleSource } from "../content/source.ts";
import { type ContentThreshold, contentThresholds } from "../content/threshold-table.ts";
import type { DefinitionTable } from "./definition.ts";

/** One staged rule: what it is about, by which method, and its figure from each day on. */
interface StagedRule {
  readonly words: readonly string[];
  readonly stages: readonly Stage[];
}

interface Stage extends RuleSource {
  readonly percent: number;
  readonly from: string;
}

/** The thresholds of the automotive appendix by class, method and day, each with its source. */
export function contentTables(): DefinitionTable[] {
  const sources = new Map<string, number>();
  const ofVehicle = (test: (vehicle: string) => boolean) =>
    grouped(contentThresholds.filter(({ vehicles }) => test(vehicles[0]!)));
  const isOther = (vehicle: string) => vehicle.startsWith("other-");
  const isHeavy = (vehicle: string) => vehicle === "heavy-truck";
  const head = ["", "Method"];
  const since = "in percent, from 1 July";
  const tables = [
    tableOf(
      `Regional value content of light vehicles and parts, ${since}`,
      { head, sources },
      ofVehicle((vehicle) => !isOther(vehicle) && !isHeavy(vehicle)),
    ),
    tableOf(
      `Regional value content of heavy trucks and parts, ${since}`,
      { head, sources },
      ofVehicle(isHeavy),
    ),
    tableOf(
      `Regional value content of other vehicles and parts, ${since}`,
      { head, sources },
      ofVehicle(isOther),
    ),
    tableOf(
      `Labour value content, ${since}`,
      { head: [""], sources },
      labourRules(labourThresholds),
    ),
    tableOf(`Other limits, ${since}`, { head: [""], sources }, limitRules()),
  ];
  const last = tables.pop()!;
  return [...tables, { ...last, notes: notesOf(sources) }];
}

/** Where each figure stands and what it was checked against. */
function notesOf(sources: ReadonlyMap<string, number>): string[] {
  return [
    "* unverified: no public text of this figure could be read",
    `Articles are those of ${APPENDIX}, unless named otherwise.`,
    ...[...sources].map(([text, mark]) => `[${mark}] ${text}`),
  ];
}

const CLASSES: Readonly<Record<string, string>> = {
  "passenger-vehicle": "Passenger vehicles",
  "light-truck": "Light trucks",
  "heavy-truck": "Heavy trucks",
  "other-light-vehicle": "Other light vehicles",
  "other-heavy-vehicle": "Other heavy vehicles",
  core: "Core parts",
  principal: "Principal parts",
  complementary: "Complementary parts",
};

function grouped(thresholds: readonly ContentThreshold[]): StagedRule[] {
  const rules = new Map<string, ContentThreshold[]>();
  for (const threshold of thresholds) {
    const key = [threshold.class, threshold.method, ...threshold.vehicles].join(" ");
    rules.set(key, [...(rules.get(key) ?? []), threshold]);
  }
  return [...rules.values()].map((stages) => ({
    words: [nameOf(stages[0]!), stages[0]!.method.replace("-", " ")],
    stages,
  }));
}

function nameOf({ class: name, vehicles }: ContentThreshold): string {
  const [vehicle] = vehicles;
  if (name !== vehicle && vehicle!.startsWith("other-")) {
    const part = name === "core" ? "engines, gearboxes" : "parts of Table F";
    return `  ${part}`;
  }
  return CLASSES[name]!;
}

function labourRules(thresholds: readonly LabourThreshold[]): StagedRule[] {
  const rules = new Map<string, LabourThreshold[]>();
  for (const threshold of thresholds) {
    const key = threshold.vehicles.map((vehicle) => CLASSES[vehicle]!).join(" and ");
    rules.set(key, [...(rules.get(key) ?? []), threshold]);
  }
  return [...rules].map(([key, stages]) => ({ words: [key], stages }));
}

function limitRules(): StagedRule[] {
  const rule = (name: string, limit: Limit) => ({ words: [name], stages: [limit] });
  return [
    rule("Originating steel of a vehicle producer's purchases, at least", METAL_PURCHASES),
    rule("Originating aluminium, likewise", METAL_PURCHASES),
    rule("De minimis: materials without the tariff change, at most", DE_MINIMIS),
  ];
}

interface TableFrame {
  readonly head: readonly string[];
  /** The sources of all tables so far, with their marks. */
  readonly sources: Map<string, number>;
}

/** One row a rule, and one column a day. */
function tableOf(
  title: string,
  { head, sources }: TableFrame,
  rules: readonly StagedRule[],
): DefinitionTable {
  const days = [...new Set(rules.flatMap(({ stages }) => stages.map(({ from }) => from)))].sort();
  const rows = rules.map(({ words, stages }) => {
    const marks = stages.map((stage) => markOf(stage, sources));
    const figures = days.map((day) => {
      const stage = stages.find(({ from }) => from === day);
      return stage ? `${stage.percent}${stage.reading === "unverified" ? "*" : " "}` : "";
    });
    return [...words, ...figures, [...new Set(marks)].join(" ")];
  });
  return { title, rows: [[...head, ...days.map(yearOf), "Source"], ...rows], notes: [] };
}

/** Every stage begins on 1 July; a space stands where figures have their mark. */
function yearOf(day: string): string {
  return `${day.slice(0, 4)} `;
}

function markOf({ citation, source, reading }: RuleSource, sources: Map<string, number>): string {
  const article = citation.replace(`${APPENDIX}, `, "");
  const text = `${article}: ${reading === "unverified" ? reading : `${source} (${reading})`}`;
  const mark = sources.get(text) ?? sources.size + 1;
  sources.set(text, mark);
  return `[${mark}]`;
}
