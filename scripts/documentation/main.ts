// Writes docs/metrics/ from the metrics' own declarations and the output of the built command, the
// rooms of src/ into docs/architecture.md and docs/rooms.svg, what is measured of ClickHouse into
// docs/clickhouse-cost.svg, and the manual pages into package.json,
// because npm installs only those that are named there.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { metricDefinitions } from "../../src/metrics/definitions.ts";
import { costPicture } from "./cost-picture.ts";
import { manFiles, manPages } from "./man-pages.ts";
import { metricIndex, metricPage } from "./metric-pages.ts";
import { roomsPicture } from "./rooms-picture.ts";
import { withRoomsTable } from "./rooms-table.ts";
import { runExample } from "./run-example.ts";

const folder = "docs/metrics";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "README.md"), metricIndex());
for (const metric of metricDefinitions) {
  for (const [name, text] of Object.entries(await metricPage(metric, runExample))) {
    writeFileSync(join(folder, name), text);
  }
}

const architecture = "docs/architecture.md";
writeFileSync(architecture, withRoomsTable(readFileSync(architecture, "utf8")));
writeFileSync("docs/rooms.svg", roomsPicture());
const engines = readFileSync("docs/clickhouse.md", "utf8");
writeFileSync("docs/clickhouse-cost.svg", costPicture(engines));

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
manifest.man = manFiles(await manPages(manifest.version));
writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
