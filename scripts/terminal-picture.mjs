// Draws docs/deficit-ratio.svg, the terminal picture of the README, from the real output of the command.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const ARGUMENTS = ["deficit-ratio", "--partner", "MX"];
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  ["bin/trade-metrics.js", ...ARGUMENTS],
  { encoding: "utf8", env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" } },
);
if (status !== 0) throw new Error(stderr);

const CHARACTER = 8.43;
const LINE = 19;
const MARGIN = 18;
const BAR = 34;
const styles = { 1: "bold", 2: "dim", 31: "red" };

const lines = [`$ npx trade-metrics ${ARGUMENTS.join(" ")}`, ...stdout.trimEnd().split("\n")];
const columns = Math.max(...lines.map((line) => plain(line).length));
const width = Math.ceil(columns * CHARACTER + 2 * MARGIN);
const height = BAR + lines.length * LINE + MARGIN;
const text = lines.map((line, index) => {
  const y = BAR + (index + 1) * LINE;
  return `<text x="${MARGIN}" y="${y}" xml:space="preserve">${spans(line)}</text>`;
});
const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
  (fill, index) => `<circle cx="${MARGIN + index * 20}" cy="17" r="6" fill="${fill}"/>`,
);
writeFileSync(
  "docs/deficit-ratio.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(`The output of trade-metrics ${ARGUMENTS.join(" ")}`)}">
<style>text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#e6e6e6}.bold{font-weight:700}.dim{fill:#9aa4b2}.red{fill:#ff8a80}</style>
<rect width="${width}" height="${height}" rx="8" fill="#1b1f27"/>
${dots.join("")}
${text.join("\n")}
</svg>
`,
);

function plain(line) {
  return line
    .split("\u001b")
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, "")))
    .join("");
}

function spans(line) {
  let style = "";
  return line
    .split("\u001b")
    .map((part, index) => {
      const code = index === 0 ? null : /^\[(\d+)m/.exec(part)?.[1];
      if (code) style = styles[code] ?? "";
      const shown = escapeXml(code ? part.slice(code.length + 2) : part);
      if (shown === "") return "";
      return style === "" ? shown : `<tspan class="${style}">${shown}</tspan>`;
    })
    .join("");
}

function escapeXml(value) {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
