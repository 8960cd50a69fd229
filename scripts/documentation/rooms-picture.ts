import { flow, type Room, rooms } from "./rooms.ts";

const COLUMN = 112;
const ROW = 58;
const BOX = { width: 98, height: 34 };
const LEFT = 74;
const RIGHT = 76;
const TOP = 64;

const columns = Math.max(...rooms.map(({ column }) => column));
const rows = Math.max(...rooms.map(({ row }) => row));
const width = LEFT + columns * COLUMN + RIGHT;
const height = TOP + rows * ROW + 14;

const style = `
svg{font:13px system-ui,"DejaVu Sans",sans-serif}
.ground{fill:#fff}.box{fill:#f1f4f8;stroke:#6b7785}.main{fill:#dbe9fb;stroke:#1f5fae;stroke-width:1.5}
text{fill:#1b1f27;text-anchor:middle}.note{fill:#55606e;font-size:12px}.edge{text-anchor:start}
path{fill:none;stroke:#1f5fae;stroke-width:2}.thin{stroke:#6b7785;stroke-width:1.2}
marker path{fill:#1f5fae;stroke:none}marker.thin path{fill:#6b7785}
@media(prefers-color-scheme:dark){.ground{fill:#0d1117}.box{fill:#1c232d;stroke:#8a96a5}
.main{fill:#12315a;stroke:#7db2f5}text{fill:#e6edf3}.note{fill:#a3afbd}path{stroke:#7db2f5}
.thin{stroke:#8a96a5}marker path{fill:#7db2f5}marker.thin path{fill:#8a96a5}}`;

/** The rooms as a picture: data flow to the right, and a room uses only rooms left of it. */
export function roomsPicture(): string {
  const main = flow.map(find);
  const [first, last] = [main[0]!, main.at(-1)!];
  const steps = main.slice(1).map((room, at) => arrow(`M${right(main[at]!)}H${left(room) - 3}`));
  const description = `The rooms of src, data flowing from left to right: files, ${flow.join(", ")}, output`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}">
<style>${style}</style>
<defs>${marker("main-head", "")}${marker("thin-head", "thin")}</defs>
<rect class="ground" width="${width}" height="${height}" rx="8"/>
<text class="note edge" x="16" y="26">Data flow to the right.</text>
<text class="note edge" x="16" y="44">A room uses only rooms that stand left of it.</text>
${[...steps, arrow(`M58 ${y(first)}H${left(first) - 3}`), arrow(`M${right(last)}H${width - 68}`)].join("\n")}
<text x="34" y="${y(first) + 4}">files</text>
<text x="${width - 36}" y="${y(last) + 4}">output</text>
${sideways().join("\n")}
${rooms.map(box).join("\n")}
</svg>
`;
}

/** What joins the flow from the side: pure functions, tables and bills, claims and charts. */
function sideways(): string[] {
  const [metrics, calculation, valueAdded, content, claims, charts, render] = [
    ...["metrics", "calculation", "value-added", "content", "claims", "charts", "render"].map(find),
  ] as [Room, Room, Room, Room, Room, Room, Room];
  const over = (room: Room) => y(room) - BOX.height / 2;
  const under = (room: Room) => y(room) + BOX.height / 2;
  return [
    thin(`M${right(metrics)}H${x(calculation)}V${over(calculation) - 3}`),
    thin(`M${right(valueAdded)}H${x(calculation) - 30}V${under(calculation) + 3}`),
    thin(`M${right(content)}H${x(calculation)}V${under(calculation) + 3}`),
    ...[claims, charts].flatMap((room) => [
      thin(
        `M${x(calculation) + 30} ${room === claims ? over(calculation) : under(calculation)}V${y(room)}H${left(room) - 3}`,
      ),
      thin(
        `M${right(room)}H${x(render)}V${room === claims ? over(render) - 3 : under(render) + 3}`,
      ),
    ]),
  ];
}

function box(room: Room): string {
  const kind = (flow as readonly string[]).includes(room.name) ? "main" : "box";
  const corner = `x="${left(room)}" y="${y(room) - BOX.height / 2}"`;
  return `<rect class="${kind}" ${corner} width="${BOX.width}" height="${BOX.height}" rx="6"/><text x="${x(room)}" y="${y(room) + 4.5}">${room.name}</text>`;
}

function marker(id: string, kind: string): string {
  return `<marker id="${id}" class="${kind}" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z"/></marker>`;
}

function arrow(path: string): string {
  return `<path marker-end="url(#main-head)" d="${path}"/>`;
}

function thin(path: string): string {
  return `<path class="thin" marker-end="url(#thin-head)" d="${path}"/>`;
}

function find(name: string): Room {
  return rooms.find((room) => room.name === name)!;
}

const x = ({ column }: Room) => LEFT + (column - 0.5) * COLUMN;
const y = ({ row }: Room) => TOP + (row - 0.5) * ROW;
const left = (room: Room) => x(room) - BOX.width / 2;
const right = (room: Room) => `${x(room) + BOX.width / 2} ${y(room)}`;
