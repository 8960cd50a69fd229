import { readdirSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { flow, rooms } from "../../scripts/documentation/rooms.ts";
import { roomsPicture } from "../../scripts/documentation/rooms-picture.ts";
import { withRoomsTable } from "../../scripts/documentation/rooms-table.ts";

const IMPORT = /(?:\bfrom |\bimport\(|\bimport )"([^"]+)"/g;

/** A file of src, with what it imports from other files of src and from Node. */
function sourceFiles() {
  const names = readdirSync("src", { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const text = readFileSync(join("src", name), "utf8");
      const imported = [...text.matchAll(IMPORT)].map(([, target]) => target!);
      const own = imported.filter((target) => target.startsWith("."));
      return {
        ...{ name, text, room: roomOf(name) },
        files: own.map((target) => normalize(join(name, "..", target))),
        builtIn: imported.filter((target) => target.startsWith("node:")),
      };
    });
}

/** The folder of a file below src; none for the files that stand beside the rooms. */
function roomOf(name: string): string | null {
  return name.includes(sep) ? name.split(sep)[0]! : null;
}

const files = sourceFiles();
const inRooms = files.filter(({ room }) => room !== null);

describe("the rooms of src", () => {
  it("are all declared, each once", () => {
    const folders = [...new Set(inRooms.map(({ room }) => room))].sort();
    expect(rooms.map(({ name }) => name).sort()).toEqual(folders);
  });

  it.each(rooms.map((room) => [room.name, room] as const))(
    "%s uses only what it may use, and all of that",
    (name, { uses }) => {
      const used = inRooms
        .filter(({ room }) => room === name)
        .flatMap((file) => file.files.map(roomOf))
        .filter((room) => room !== null && room !== name);
      expect([...new Set(used)].sort()).toEqual([...uses].sort());
    },
  );

  it("use only rooms further left, so that there are no cycles", () => {
    const columnOf = new Map(rooms.map(({ name, column }) => [name, column]));
    for (const { name, column, uses } of rooms) {
      expect([name, uses.filter((used) => columnOf.get(used)! >= column)]).toEqual([name, []]);
    }
  });

  it("have no cycles between files either, but for types", () => {
    const runs = (text: string) => text.replace(/\b(?:im|ex)port type [^;]*;/g, "");
    const edges = new Map(
      files.map(({ name, text }) => {
        const targets = [...runs(text).matchAll(/\bfrom "(\.[^"]+)"/g)];
        return [name, targets.map(([, target]) => normalize(join(name, "..", target!)))] as const;
      }),
    );
    const done = new Set<string>();
    const follow = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) throw new Error([...path, name].join(" → "));
      if (done.has(name)) return;
      for (const next of edges.get(name) ?? []) follow(next, [...path, name]);
      done.add(name);
    };
    for (const { name } of files) follow(name, []);
    expect(done.size).toBe(files.length);
  });

  it("read files only where they may", () => {
    const pure = new Set(rooms.filter(({ readsFiles }) => !readsFiles).map(({ name }) => name));
    const reading = inRooms.filter(({ builtIn }) =>
      builtIn.some((name) => /^node:(fs|child_process|net|http)/.test(name)),
    );
    expect(reading.filter(({ room }) => pure.has(room!)).map(({ name }) => name)).toEqual([]);
    for (const { name, readsFiles } of rooms) {
      expect([name, reading.some(({ room }) => room === name)]).toEqual([
        name,
        readsFiles ?? false,
      ]);
    }
  });

  it("open sockets only where they may", () => {
    const network = /^(?:node:)?(?:net|tls|http|https|http2|dgram|undici)$/;
    const imports = ({ text }: { text: string }) =>
      [...text.matchAll(IMPORT)].some(([, target]) => network.test(target!));
    const opening = files.filter(
      (file) => imports(file) || /\bfetch\(|\bnew (?:WebSocket|EventSource)\(/.test(file.text),
    );
    const allowed = rooms.filter(({ opensSockets }) => opensSockets).map(({ name }) => name);
    expect(allowed).toEqual([...new Set(opening.map(({ room }) => room))]);
  });

  it("leave printing to the command line", () => {
    const printing = files.filter(({ text }) =>
      /\bconsole\.\w+\(|process\.(std(out|err)|emitWarning)/.test(text),
    );
    expect(new Set(printing.map(({ room }) => room))).toEqual(new Set(["cli"]));
  });
});

describe("the page of the rooms", () => {
  const page = readFileSync("docs/architecture.md", "utf8");
  const anew = "npm run docs writes it anew";

  it("has the table and the picture that the declaration gives", () => {
    expect(page, anew).toBe(withRoomsTable(page));
    expect(readFileSync("docs/rooms.svg", "utf8"), anew).toBe(roomsPicture());
  });

  it("names every room, in the text and in the picture", () => {
    for (const { name } of rooms) {
      expect(page).toContain(`\`${name}\``);
      expect(roomsPicture()).toContain(`>${name}</text>`);
    }
  });

  it("draws the flow in one direction, and no two rooms in one place", () => {
    const columns = flow.map((name) => rooms.find((room) => room.name === name)!.column);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    expect(new Set(rooms.map(({ column, row }) => `${column}/${row}`)).size).toBe(rooms.length);
  });
});
