import { closest } from "fastest-levenshtein";
import { issueWords } from "../issue-words.ts";
import { fromUnits, toUnits } from "./amounts.ts";
import type { BillOfMaterials, ContentWarning, Part } from "./part.ts";
import { type PartFields, partFields, partKeys } from "./part-fields.ts";
import { Problems } from "./problems.ts";
import type { RawPart } from "./raw-part.ts";

interface Placed {
  readonly fields: PartFields;
  readonly raw: RawPart;
}

/**
 * A bill of materials from its parts in any order: checks every value, that the parts form one
 * tree with one final good, and that no good is worth less than its parts.
 * @param file how messages name the file as a whole.
 * @throws InputError that names file, line and key; further problems are its hint.
 */
export function billOfMaterials(raws: readonly RawPart[], file: string): BillOfMaterials {
  const problems = new Problems();
  if (raws.length === 0) problems.add(file, null, "holds no parts (give at least the final good)");
  const placed = raws.flatMap((raw) => checkedFields(raw, problems));
  problems.throwIfAny();

  const byId = identified(placed, problems);
  const inside = childrenOf(placed, byId, problems);
  problems.throwIfAny();

  const good = finalGood(placed, byId, problems);
  const parts: Part[] = [];
  const warnings = unknownKeys(raws, file);
  const waiting = [{ placed: good, tier: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children = inside.get(next.placed.fields.id) ?? [];
    parts.push(partOf(next.placed, next.tier, children, problems, warnings));
    for (const child of children.toReversed()) waiting.push({ placed: child, tier: next.tier + 1 });
  }
  problems.throwIfAny();
  return { parts, warnings };
}

function checkedFields(raw: RawPart, problems: Problems): Placed[] {
  const result = partFields.safeParse(raw.fields, { error: issueWords });
  if (result.success) return [{ fields: result.data, raw }];
  for (const issue of result.error.issues) {
    const key = String(issue.path[0]);
    problems.add(placeOf(raw, key), key, issue.message);
  }
  return [];
}

function placeOf(raw: RawPart, key: string): string {
  return raw.places[key] ?? raw.place;
}

function identified(placed: readonly Placed[], problems: Problems): ReadonlyMap<string, Placed> {
  const byId = new Map<string, Placed>();
  for (const part of placed) {
    const { id } = part.fields;
    const earlier = byId.get(id);
    if (earlier) {
      const where = placeOf(earlier.raw, "id");
      problems.add(placeOf(part.raw, "id"), "id", `"${id}" is taken (${where} has it; rename one)`);
    } else byId.set(id, part);
  }
  return byId;
}

function childrenOf(
  placed: readonly Placed[],
  byId: ReadonlyMap<string, Placed>,
  problems: Problems,
): ReadonlyMap<string, Placed[]> {
  const inside = new Map<string, Placed[]>();
  for (const part of placed) {
    const { id, parent } = part.fields;
    if (parent === undefined) continue;
    if (!byId.has(parent)) {
      const mend = problems.full ? "" : nearest(parent, id, byId);
      problems.add(placeOf(part.raw, "parent"), "parent", `there is no part "${parent}"${mend}`);
    }
    const siblings = inside.get(parent);
    if (siblings) siblings.push(part);
    else inside.set(parent, [part]);
  }
  return inside;
}

/** Of a long text its beginning is compared: the whole takes long. */
const COMPARED = 100;

function nearest(wanted: string, asker: string, byId: ReadonlyMap<string, Placed>): string {
  const others = [...byId.keys()].filter((id) => id !== asker);
  return others.length > 0
    ? ` (did you mean "${closest(wanted.slice(0, COMPARED), others)}"?)`
    : "";
}

function finalGood(
  placed: readonly Placed[],
  byId: ReadonlyMap<string, Placed>,
  problems: Problems,
): Placed {
  reportCircles(placed, byId, problems);
  problems.throwIfAny();
  // Without a circle, following the parents ends at a part that has none.
  const [good, ...others] = placed.filter((part) => part.fields.parent === undefined);
  for (const other of others) {
    problems.add(
      other.raw.place,
      "parent",
      `"${other.fields.id}" has none, nor has "${good!.fields.id}" (one final good a file)`,
    );
  }
  problems.throwIfAny();
  return good!;
}

function reportCircles(
  placed: readonly Placed[],
  byId: ReadonlyMap<string, Placed>,
  problems: Problems,
): void {
  const settled = new Set<string>();
  for (const start of placed) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let current: Placed | undefined = start;
    while (current && !settled.has(current.fields.id)) {
      const { id, parent }: PartFields = current.fields;
      if (onPath.has(id)) {
        const circle = [...path.slice(path.indexOf(id)), id].join(" goes into ");
        problems.add(
          placeOf(current.raw, "parent"),
          "parent",
          `the parts form a circle: ${circle} (change one parent)`,
        );
        break;
      }
      path.push(id);
      onPath.add(id);
      current = parent === undefined ? undefined : byId.get(parent);
    }
    for (const id of path) settled.add(id);
  }
}

function partOf(
  { fields, raw }: Placed,
  tier: number,
  children: readonly Placed[],
  problems: Problems,
  warnings: ContentWarning[],
): Part {
  const inside = children.reduce((sum, child) => sum + toUnits(child.fields.value), 0);
  const own = toUnits(fields.value) - inside;
  for (const key of ["value", "transactionValue", "netCost"] as const) {
    const whole = fields[key];
    if (whole !== undefined && toUnits(whole) < inside) {
      problems.add(
        placeOf(raw, key),
        key,
        `${whole} is less than its ${children.length === 1 ? "part" : `${children.length} parts together`}, ${fromUnits(inside)} (give all values per unit of "${fields.id}")`,
      );
    }
  }
  if (fields.ownContent !== undefined && own >= 0) {
    const rest = own - toUnits(fields.ownContent);
    if (rest < 0) {
      problems.add(
        placeOf(raw, "ownContent"),
        "ownContent",
        `${fields.ownContent} and the parts, ${fromUnits(inside)}, are more than the value ${fields.value}`,
      );
    } else if (rest > 0) {
      warnings.push({
        code: "unlisted-content",
        message: `${raw.place}: ${fromUnits(rest)} of the value of "${fields.id}" is neither a part nor its own content; it counts as own content`,
      });
    }
  }
  reportMisplaced(fields, raw, problems);
  const labour = labourOf(fields, raw, problems);
  if (labour.cost !== null && own >= 0 && toUnits(labour.cost) > own) {
    problems.add(
      placeOf(raw, "labourCost"),
      "labourCost",
      `labour of ${labour.cost} is more than the value added at this stage, ${fromUnits(own)}`,
    );
  }
  return {
    id: fields.id,
    name: fields.name ?? null,
    value: fields.value,
    origin: fields.origin,
    parent: fields.parent ?? null,
    tier,
    class: fields.class ?? "other",
    transactionValue: fields.transactionValue ?? null,
    netCost: fields.netCost ?? null,
    ownContent: fromUnits(own),
    wage: labour.wage,
    labourCost: labour.cost,
    threshold: fields.threshold ?? null,
    method: fields.method ?? null,
    originating: fields.originating ?? null,
    selfProduced: fields.selfProduced ?? false,
    tariffChange: fields.tariffChange ?? null,
    units: fields.units ?? null,
  };
}

/** Keys that only the final good may have, or only what goes into another good. */
function reportMisplaced(fields: PartFields, raw: RawPart, problems: Problems): void {
  const isFinal = fields.parent === undefined;
  const add = (key: string, message: string) => problems.add(placeOf(raw, key), key, message);
  for (const key of ["selfProduced", "tariffChange"] as const) {
    if (isFinal && fields[key] !== undefined) {
      add(key, `"${fields.id}" goes into no other good (leave the key out)`);
    }
  }
  if (!isFinal && fields.units !== undefined) {
    add("units", `"${fields.id}" is not the final good (give the units of the final good alone)`);
  }
}

/** Of wage, hours and cost of labour any two give the third; three must agree within one percent. */
function labourOf(
  { wage, labourHours: hours, labourCost: cost }: PartFields,
  raw: RawPart,
  problems: Problems,
): { wage: number | null; cost: number | null } {
  if (wage !== undefined && hours !== undefined) {
    const product = fromUnits(toUnits(wage * hours));
    if (cost !== undefined && Math.abs(cost - product) > 0.01 * product) {
      problems.add(
        placeOf(raw, "labourCost"),
        "labourCost",
        `${cost} is not labourHours times wage, ${product} (leave one of the three out)`,
      );
    }
    return { wage, cost: cost ?? product };
  }
  if (wage === undefined && cost !== undefined && hours !== undefined && hours > 0) {
    return { wage: cost / hours, cost };
  }
  return { wage: wage ?? null, cost: cost ?? null };
}

function unknownKeys(raws: readonly RawPart[], file: string): ContentWarning[] {
  const unknown = new Set(raws.flatMap((raw) => Object.keys(raw.fields)));
  for (const key of partKeys) unknown.delete(key);
  return [...unknown].map((key) => ({
    code: "unknown-key",
    message: `${file}: "${key}" is not used (nearest key: ${closest(key.slice(0, COMPARED), [...partKeys])})`,
  }));
}
