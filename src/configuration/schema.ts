import { z } from "zod";
import { chartKinds } from "../charts/chart.ts";
import { metrics } from "../metrics/registry.ts";
import { formats } from "../render/renderer.ts";

const list = z.union([z.string(), z.array(z.string())]);

/** The parameters that single metrics have. */
function ownParameters() {
  const all = metrics.flatMap(({ asks }) => asks.parameters ?? []);
  return Object.fromEntries(
    all.map(({ name, choices }) => {
      const text = choices ? z.enum(choices as [string, ...string[]]) : z.string();
      return [name, text.optional()];
    }),
  );
}
/** A name of a group: two letters would be a country's, and a comma parts a list. */
const groupName = z.string().regex(/^[^,]{3,}$/, "use three letters or more, without a comma");
const members = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/**
 * What `trade-metrics.json`, or the key `trade-metrics` of `package.json`, may hold: the same names
 * as the options, whose defaults they become. What is typed always counts more.
 */
export const configurationSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Files, data packages and embedded datasets; files are found from the configuration's folder. */
  data: list.optional(),
  /** The claim file, or the embedded report, that `verify` and `report` take where none is named. */
  claims: z.string().min(1).optional(),
  missing: list.optional(),
  skipInvalid: z.boolean().optional(),
  partner: list.optional(),
  period: list.optional(),
  reporter: z.string().optional(),
  sector: z.enum(["goods", "services"]).optional(),
  valuation: z.enum(["fas", "fob", "customs", "cif"]).optional(),
  basis: z.enum(["census", "bop"]).optional(),
  ...ownParameters(),
  format: z.enum(formats.map(({ id }) => id)).optional(),
  digits: z.int().min(0).max(20).optional(),
  chart: z.boolean().optional(),
  chartKind: z.enum(chartKinds).optional(),
  fields: list.optional(),
  template: z.string().optional(),
  /** Groups of partners of one's own: `"NORDICS": ["DK", "SE", "NO", "FI", "IS"]`. */
  groups: z
    .record(
      groupName,
      z.union([members, z.strictObject({ name: z.string().min(1).optional(), members })], {
        error: 'use a list of members, or {"name": "…", "members": […]}',
      }),
    )
    .optional(),
  color: z.boolean().optional(),
});
