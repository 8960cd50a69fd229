/** A row of the table of measurements in docs/clickhouse.md. */
interface Measured {
  readonly records: number;
  readonly question: string;
  readonly seconds: number;
  readonly byHand: number;
}

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 616;
const TOP = 64;
const BOTTOM = 344;
const COLOURS = ["#0b5cad", "#b3480b", "#2b7a3d", "#7a3d8a"];

const NUMBER = "([\\d.,]+)";
const ROW = new RegExp(
  `^\\| ${NUMBER} M \\| ([^|]+) \\| ${NUMBER} \\| ${NUMBER} \\| ${NUMBER} \\|`,
  "gm",
);

function measuredOf(page: string): Measured[] {
  return [...page.matchAll(ROW)].map(([, millions, question, seconds, byHand]) => ({
    records: Number(millions) * 1e6,
    question: question!,
    seconds: Number(seconds),
    byHand: Number(byHand),
  }));
}

/** Seconds by records, both in powers of ten, as the page's table has them: lines here, dashes by hand. */
export function costPicture(page: string): string {
  const all = measuredOf(page);
  const sizes = [...new Set(all.map(({ records }) => records))].sort((a, b) => a - b);
  const times = all.flatMap(({ seconds, byHand }) => [seconds, byHand]);
  const [first, last] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)];
  const low = Math.floor(Math.log10(Math.min(...times)));
  const high = Math.ceil(Math.log10(Math.max(...times)));
  const x = (records: number) =>
    Math.round(LEFT + ((Math.log10(records) - first) / (last - first)) * (RIGHT - LEFT));
  const y = (seconds: number) =>
    Math.round(BOTTOM - ((Math.log10(seconds) - low) / (high - low)) * (BOTTOM - TOP));
  const lines: string[] = [];
  for (let power = low; power <= high; power += 1) {
    const at = y(10 ** power);
    lines.push(`<path class="grid" d="M${LEFT} ${at}H${RIGHT}"/>`);
    lines.push(`<text x="${LEFT - 8}" y="${at + 4}" text-anchor="end">${10 ** power} s</text>`);
  }
  for (const size of sizes) {
    const anchor = size === sizes.at(-1) ? "end" : "middle";
    const label = `${size / 1e6} million records`;
    lines.push(`<text x="${x(size)}" y="${BOTTOM + 20}" text-anchor="${anchor}">${label}</text>`);
  }
  for (const [index, question] of [...new Set(all.map((one) => one.question))].entries()) {
    const own = all.filter((one) => one.question === question);
    const colour = COLOURS[index]!;
    const path = (of: (one: Measured) => number) =>
      own.map((one, at) => `${at === 0 ? "M" : "L"}${x(one.records)} ${y(of(one))}`).join("");
    lines.push(`<path class="line" stroke="${colour}" d="${path((one) => one.seconds)}"/>`);
    lines.push(`<path class="line hand" stroke="${colour}" d="${path((one) => one.byHand)}"/>`);
    const at = 16 + index * 16;
    lines.push(`<path class="line" stroke="${colour}" d="M${LEFT} ${at - 4}h24"/>`);
    lines.push(`<text x="${LEFT + 32}" y="${at}">${question}</text>`);
  }
  const label = "Seconds by number of records, of questions here and of SQL by hand";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">`,
    "<style>text{font:12px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd}.line{fill:none;stroke-width:2}.hand{stroke-dasharray:5 4}</style>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...lines,
    `<text x="${LEFT}" y="${HEIGHT - 12}">Full lines: trade-metrics. Dashes: the same question as SQL by hand.</text>`,
    "</svg>",
    "",
  ].join("\n");
}
