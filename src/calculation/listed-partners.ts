import { firstNames } from "../first-names.ts";
import { keptIn } from "../kept-in.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import { partnerGroups } from "../partners/groups.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Flow } from "../records/record.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { WarningList } from "./warnings.ts";

const listed = new WeakMap<TradeDataset, Map<Flow, number>>();

function listsPartner(dataset: TradeDataset, partner: string, flow: Flow): boolean {
  return dataset.seriesOf(partner).some(({ key }) => key.flow === flow);
}

function partnersOf(dataset: TradeDataset, flow: Flow): number {
  const whole = dataset.totals ?? dataset;
  const counts = keptIn(listed, dataset, () => new Map());
  return keptIn(
    counts,
    flow,
    () => dataset.partners.filter(({ code }) => listsPartner(whole, code, flow)).length,
  );
}

const reporters = new WeakMap<TradeDataset, ReadonlySet<string>>();

function reportersOf(dataset: TradeDataset): ReadonlySet<string> {
  const { partners, seriesOf } = dataset.totals ?? dataset;
  const all = () => partners.flatMap(({ code }) => seriesOf(code).map(({ key }) => key.reporter));
  return keptIn(reporters, dataset, () => new Set(all()));
}

/** The row of a group of which a partner is a member, where no member has one. */
function groupRowOf(dataset: TradeDataset, partner: string, flow: Flow): string | undefined {
  return partnerGroups.find(
    ({ id, members }) =>
      members.includes(partner) &&
      listsPartner(dataset, id, flow) &&
      !members.some((code) => listsPartner(dataset, code, flow)),
  )?.id;
}

/** Says of which partners a dataset has no figures of a flow at all, which is not a zero flow. */
export function warnOfUnlisted(
  warnings: WarningList,
  inputs: ReadonlyMap<string, CubeFigure>,
  requests: Readonly<Record<string, FigureRequest>>,
): void {
  for (const [name, { list, reason, figures }] of inputs) {
    const asked = requests[name]?.at.reporter ?? [];
    if (list || (reason !== "no-data" && reason !== "outside-coverage")) continue;
    for (const { dataset, partner, flow, figure, unknownBecause } of figures) {
      if (unknownBecause) warnings.add("cut-data", unknownBecause);
      if (figure.value !== null || listsPartner(dataset, partner, flow)) continue;
      const { id } = dataset.description;
      const count = partnersOf(dataset, flow);
      if (count === 0) continue;
      const others = `${count} partner${count === 1 ? "" : "s"}`;
      const whose = reportersOf(dataset);
      const isItself = asked.includes(partner);
      const mirrored = isItself
        ? `; ${partner} is the reporter itself`
        : `; it has what ${partner} reports (use --reporter ${partner})`;
      const mirror = whose.has(partner) ? mirrored : "";
      const row = groupRowOf(dataset, partner, flow);
      if (row !== undefined) {
        const found = `${id} has a row ${row}, and none of its members (use --members published for the row)`;
        warnings.add("unlisted-partner", found, partner);
        continue;
      }
      const message = `${id} has ${flow}s with ${others}, but none with what is asked for: unknown, not zero${mirror}`;
      warnings.add("unlisted-partner", message, partner);
    }
  }
}

/** How many reporters a warning names. */
const NAMED = 5;

/** Says which reporters a dataset has, where it has none of those that a figure is asked of. */
export function warnOfReporters(
  warnings: WarningList,
  requests: Readonly<Record<string, FigureRequest>>,
  datasetOf: (product: ProductSelection) => TradeDataset,
): void {
  for (const { at } of Object.values(requests)) {
    if (typeof at.reporter === "string") continue;
    const dataset = datasetOf(at.product);
    const whose = reportersOf(dataset);
    if (whose.size === 0 || at.reporter.some((code) => whose.has(code))) continue;
    const [first] = [...whose].sort();
    const isGroup = partnerGroups.some(({ id, asMembers }) => id === first && asMembers);
    const use = `${first}${isGroup ? " --members published" : ""}`;
    const who = firstNames([...whose].sort(), NAMED);
    const message = `${dataset.description.id} has what ${who} report${whose.size === 1 ? "s" : ""} (use --reporter ${use}), and nothing of these reporters`;
    for (const code of at.reporter) warnings.add("unlisted-reporter", message, code);
  }
}
