import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importFiles } from "../../src/store/import.ts";
import { unfinishedFetches } from "../../src/store/keeping/journal.ts";
import { withLock } from "../../src/store/keeping/lock.ts";
import { damageIn, setAside } from "../../src/store/keeping/mend.ts";
import { prune } from "../../src/store/keeping/prune.ts";
import type { Store } from "../../src/store/keeping/store.ts";
import { vintageHash } from "../../src/store/keeping/vintage.ts";
import { lockText, refuseUnpinned } from "../../src/store/project-lock.ts";
import { temporaryFolder, written } from "../cli/run.ts";
import { emptyStore, filesOf, flawsOf, lineOf } from "./fetching.ts";

const now = new Date("2026-11-26T12:00:00Z");
const known = {
  ...{ dataset: "census-goods", released: "2026-10-06", terms: null, holds: null },
  publisher: { id: "user", title: "A statistics office" },
};
const folder = temporaryFolder();
const all = { keep: null, dataset: null, pinned: new Set<string>() };

async function addTo(store: Store, text: string, released = known.released, vintage?: string) {
  const file = written(folder, `${text}.csv`, text);
  return (await importFiles(store, [file], { ...known, released, vintage }, now)).vintage;
}

describe("the hash of a vintage", () => {
  it("is that of its file, and with several that of their hashes in order", () => {
    // sha256sum of the lines "aa…a" and "bb…b" (64 letters each).
    const both = "913f9338fb6c17253f3a14816fc08d52522454bfc19a8c99538a197cfb23fb41";
    const [a, b] = ["a".repeat(64), "b".repeat(64)];
    expect(vintageHash([{ sha256: a }])).toBe(a);
    expect(vintageHash([{ sha256: a }, { sha256: b }])).toBe(both);
    expect(vintageHash([{ sha256: b }, { sha256: a }])).toBe(both);
  });
});

describe("the store", () => {
  it("lists vintages by the day of their release", async () => {
    const store = emptyStore();
    await addTo(store, "later", "2026-11-04");
    await addTo(store, "earlier", "2025-04-03");
    expect(store.vintages("census-goods").map(({ vintage }) => vintage)).toEqual([
      "2025-04",
      "2026-11",
    ]);
    expect(store.vintages("comtrade")).toEqual([]);
  });

  it("keeps the same bytes once, whatever they are called", async () => {
    const store = emptyStore();
    await addTo(store, "same", "2026-10-06");
    await addTo(store, "same", "2026-10-06", "again");
    expect(store.vintages()).toHaveLength(2);
    expect(filesOf(store).filter((path) => path.includes("bytes"))).toHaveLength(1);
  });

  it("never changes a vintage that is there", async () => {
    const store = emptyStore();
    await addTo(store, "first", "2026-10-06", "mine");
    expect(await lineOf(addTo(store, "second", "2026-10-06", "mine"))).toBe(
      "census-goods: there is a vintage mine with other bytes (choose another name with --vintage)",
    );
    expect(await flawsOf(store)).toEqual([]);
  });

  it("names a third and a fourth vintage of a month too", async () => {
    const store = emptyStore();
    for (const text of ["a", "b", "c", "d"]) await addTo(store, text);
    expect(store.vintages().map(({ vintage }) => vintage)).toEqual([
      ...["2026-10", "2026-10-06", "2026-10-06-2", "2026-10-06-3"],
    ]);
  });

  it("is written whole by many processes at once", async () => {
    const store = emptyStore();
    const script = written(
      folder,
      "add.ts",
      `import { importFiles } from ${JSON.stringify(resolve("src/store/import.ts"))};
       import { Store } from ${JSON.stringify(resolve("src/store/keeping/store.ts"))};
       const [folder, file] = process.argv.slice(2);
       const known = { dataset: "census-goods", released: "2026-10-06", terms: null, holds: null,
         publisher: { id: "user", title: "x" } };
       void importFiles(new Store(folder), [file], known, new Date());`,
    );
    const files = ["p", "q", "r"].map((text) => written(folder, `${text}.csv`, text));
    const runs = files.map(
      (file) =>
        new Promise((done) =>
          spawn(process.execPath, ["--import", "tsx", script, store.folder, file], {
            stdio: "inherit",
          }).on("close", done),
        ),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    expect(store.vintages()).toHaveLength(3);
    expect(await flawsOf(store)).toEqual([]);
  });
});

describe("a lock", () => {
  const waiting = { patience: 100, what: "the store" };

  it("is refused with the process that holds it", async () => {
    const path = join(temporaryFolder(), "lock");
    const line = await withLock(path, waiting, () => lineOf(withLock(path, waiting, () => {})));
    expect(line).toBe(
      `the store is in use by process ${process.pid} (try again when it has ended)`,
    );
    expect(existsSync(path)).toBe(false);
  });

  it("of a process that was killed stops nobody", async () => {
    const killed = spawn(process.execPath, ["-e", ""]);
    await new Promise((done) => killed.on("close", done));
    const content = JSON.stringify({ process: killed.pid, host: hostname() });
    const path = written(temporaryFolder(), "lock", content);
    expect(await withLock(path, waiting, () => "done")).toBe("done");
  });

  it("of another machine is kept for a day", async () => {
    const path = written(temporaryFolder(), "lock", JSON.stringify({ process: 1, host: "other" }));
    expect(await lineOf(withLock(path, waiting, () => {}))).toMatch(/by process 1 on other/);
    const old = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(path, old, old);
    expect(await withLock(path, waiting, () => "done")).toBe("done");
  });

  it("that is empty, since its writer was killed, ends after seconds", async () => {
    const path = written(temporaryFolder(), "lock", "");
    const old = new Date(Date.now() - 5000);
    utimesSync(path, old, old);
    expect(await withLock(path, waiting, () => "done")).toBe("done");
  });
});

describe("a damaged store", () => {
  const damages: [string, (store: Store, path: string) => void, boolean, RegExp][] = [
    ["bytes that are missing", (_, path) => rmSync(path), false, /the bytes of x\.csv are missing/],
    [
      "bytes that are too many",
      (_, path) => appendFileSync(path, "!"),
      false,
      /x\.csv has 2 bytes instead of 1/,
    ],
    [
      "bytes that have changed",
      (_, path) => writeFileSync(path, "y"),
      true,
      /the bytes of x\.csv have changed/,
    ],
    [
      "a description that is half written",
      (store) =>
        writeFileSync(store.provenancePath({ dataset: "census-goods", vintage: "2026-10" }), "{"),
      false,
      /its description is damaged/,
    ],
    [
      "a description that was moved",
      (store) => {
        const from = store.provenancePath({ dataset: "census-goods", vintage: "2026-10" });
        const to = store.provenancePath({ dataset: "comtrade", vintage: "2026-10" });
        mkdirSync(join(to, ".."));
        writeFileSync(to, readFileSync(from));
      },
      false,
      /its description is damaged/,
    ],
  ];

  it.each(damages)(
    "with %s is detected, mended and filled again",
    async (_, damage, thorough, what) => {
      const store = emptyStore();
      const vintage = await addTo(store, "x");
      const good = await addTo(store, "good", "2026-11-04");
      damage(store, vintage.files[0]!.path);
      const found = await damageIn(store, thorough);
      expect(found.map((one) => one.what)).toEqual([expect.stringMatching(what)]);
      await setAside(store, found);
      expect(await damageIn(store, true)).toEqual([]);
      expect(store.vintages()).toContainEqual(good);
      await addTo(store, "x");
      expect(await flawsOf(store)).toEqual([]);
      expect(store.vintages("census-goods")).toHaveLength(2);
    },
  );
});

describe("pruning", () => {
  it("removes bytes that no vintage names, and nothing that one does", async () => {
    const store = emptyStore();
    const { files } = await addTo(store, "kept");
    const stray = join(store.folder, "bytes", "ab", "ab".repeat(32));
    mkdirSync(join(stray, ".."), { recursive: true });
    writeFileSync(stray, "stray");
    const { bytes } = await prune(store, all, now);
    expect([bytes, existsSync(stray), existsSync(files[0]!.path)]).toEqual([5, false, true]);
  });

  it("keeps bytes that two vintages share as long as one of them stays", async () => {
    const store = emptyStore();
    await addTo(store, "shared", "2025-04-03", "old");
    await addTo(store, "shared", "2026-10-06", "new");
    await prune(store, { ...all, keep: 1 }, now);
    expect(store.vintages().map(({ vintage }) => vintage)).toEqual(["new"]);
    expect(await flawsOf(store)).toEqual([]);
  });

  it("keeps what a project has pinned", async () => {
    const store = emptyStore();
    const { sha256 } = await addTo(store, "pinned", "2025-04-03");
    await addTo(store, "newest", "2026-10-06");
    const { spared } = await prune(store, { ...all, keep: 1, pinned: new Set([sha256]) }, now);
    expect(spared).toHaveLength(1);
    expect(store.vintages()).toHaveLength(2);
  });

  it("keeps the answers of an unfinished fetch for a day, and then not", async () => {
    const store = emptyStore();
    const { files } = await addTo(store, "answer");
    const { sha256, bytes, at, path } = files[0]!;
    const entry = { label: "a", parts: null, file: { sha256, bytes, at, released: null } };
    const journal = {
      ...{ schema: "trade-metrics/journal/v1", plan: "p", began: now.toISOString() },
      answers: { "https://example.org/": entry },
    };
    mkdirSync(join(store.folder, "unfinished"));
    written(join(store.folder, "unfinished"), "census-hs2.json", JSON.stringify(journal));
    rmSync(store.provenancePath(store.vintages()[0]!));
    expect(unfinishedFetches(store, now)).toMatchObject([{ dataset: "census-hs2", isOver: false }]);
    await prune(store, all, now);
    expect(existsSync(path)).toBe(true);
    await prune(store, all, new Date(now.getTime() + 86_400_000));
    expect([existsSync(path), unfinishedFetches(store, now)]).toEqual([false, []]);
  });
});

describe("a project's lock", () => {
  const pin = { id: "census-goods", vintage: "2025-04", sha256: "a".repeat(64) };
  const found = { path: "trade-metrics.lock.json", lock: { data: [pin], figures: {} } };

  it("lets through what it pins", () => {
    expect(() => refuseUnpinned(found, [pin])).not.toThrow();
  });

  it("refuses other bytes, another vintage and another dataset, each by name", () => {
    const refuse = (change: object) => () => refuseUnpinned(found, [{ ...pin, ...change }]);
    expect(refuse({ sha256: "b".repeat(64) })).toThrow(
      "census-goods: trade-metrics.lock.json pins vintage 2025-04 (sha256 aaaaaaaaaaaa…), and the run used vintage 2025-04 (sha256 bbbbbbbbbbbb…)",
    );
    expect(refuse({ vintage: "2026-10" })).toThrow("the run used vintage 2026-10");
    expect(refuse({ id: "bea-trade" })).toThrow(
      "bea-trade: trade-metrics.lock.json does not pin it",
    );
  });

  it("is the same text in whatever order the claims were computed", () => {
    const other = { ...pin, vintage: "2026-10" };
    const one = lockText({ data: [pin, other], figures: { b: { y: 1, x: null }, a: {} } });
    expect(lockText({ data: [other, pin], figures: { a: {}, b: { x: null, y: 1 } } })).toBe(one);
    expect(one.endsWith("}\n")).toBe(true);
  });
});
