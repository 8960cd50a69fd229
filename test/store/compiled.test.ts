import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compiledIn } from "../../src/store/keeping/compiled.ts";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { countryFile } from "./country-file.ts";
import { emptyStore } from "./fetching.ts";

const file = written(
  temporaryFolder(),
  "country.xlsx",
  countryFile([{ year: "2026", months: 9, imports: 4, exports: 2 }]),
);
const september = ["balance", "--partner", "MX", "--period", "2026-09", "--json"];

/** A store with one imported vintage, and what was made of it. */
async function imported() {
  const store = temporaryFolder();
  const env = { HOME: temporaryFolder(), TRADE_METRICS_STORE: store };
  const call = (...words: readonly string[]) => run(words, { cwd: env.HOME, env });
  const { status } = await call("data", "import", file, "--released", "2026-11-04");
  expect(status).toBe(0);
  const folder = join(store, "compiled");
  const made = () => (existsSync(folder) ? readdirSync(folder) : []);
  return { store, folder, made, call };
}

describe("what is made of a stored vintage", () => {
  it("lies beside its bytes from the import on, under their hash, and answers without them", async () => {
    const { store, made, call } = await imported();
    const [name, ...others] = made();
    expect(others).toEqual([]);
    const asked = await call(...september);
    const [{ sha256 }] = JSON.parse(asked.stdout).data;
    expect(name).toMatch(new RegExp(`^${sha256}-\\d+\\.\\d+\\.\\d+-[0-9a-f]{12}-[lb]e$`));
    // Bytes that no longer are a workbook are not looked at.
    const bytes = join(store, "bytes", sha256.slice(0, 2), sha256);
    writeFileSync(bytes, "damaged");
    expect(await call(...september)).toEqual(asked);
    expect(JSON.parse(asked.stdout).rows[0]).toMatchObject({ balance: -2_000_000 });
  });

  it.each<[string, (path: string, folder: string) => void]>([
    ["is absent", (path) => rmSync(path)],
    ["has one byte that changed", (path) => writeFileSync(path, changed(readFileSync(path)))],
    ["is cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, 500))],
    ["is empty", (path) => writeFileSync(path, "")],
    [
      "is of another reader",
      (path, folder) =>
        renameSync(path, join(folder, path.slice(folder.length + 1).replace(/-.*/, "-0.0.1-le"))),
    ],
  ])("is made again where it %s, and the answer is the same", async (_, damage) => {
    const { folder, made, call } = await imported();
    const [name] = made();
    const before = readFileSync(join(folder, name!));
    const asked = await call(...september);
    damage(join(folder, name!), folder);
    expect(await call(...september)).toEqual(asked);
    expect(readFileSync(join(folder, name!))).toEqual(before);
  });

  it("is done without where the store cannot be written, and the answer is the same", async () => {
    const { store, folder, made, call } = await imported();
    const asked = await call(...september);
    rmSync(folder, { recursive: true });
    chmodSync(store, 0o555);
    try {
      expect(await call(...september)).toEqual(asked);
      // Whoever may write everywhere is not kept out by this.
      if (process.getuid?.() !== 0) expect(made()).toEqual([]);
    } finally {
      chmodSync(store, 0o755);
    }
  });

  it("is done without where another process writes to the store, which is not waited for", async () => {
    const { store, folder, made, call } = await imported();
    const asked = await call(...september);
    rmSync(folder, { recursive: true });
    writeFileSync(join(store, "lock"), JSON.stringify({ process: 1, host: "elsewhere" }));
    const begin = Date.now();
    expect(await call(...september)).toEqual(asked);
    expect(Date.now() - begin).toBeLessThan(5000);
    expect(made()).toEqual([]);
  });

  it("goes with its vintage, and where no reader of today has a use for it", async () => {
    const { folder, made, call } = await imported();
    const [name] = made();
    written(folder, `${name!.slice(0, 64)}-0.0.1-le`, "of before");
    expect((await call("data", "prune")).stdout).toMatch(/^removed 1 file, /);
    expect(made()).toEqual([name]);
    const later = written(
      temporaryFolder(),
      "later.xlsx",
      countryFile([{ year: "2026", months: 10, imports: 4, exports: 2 }]),
    );
    await call("data", "import", later, "--released", "2026-12-08");
    await call("data", "prune", "--keep", "1");
    expect(made()).toHaveLength(1);
    expect(made()).not.toContain(name);
  });
});

describe("bytes of a reader without a name", () => {
  it("are kept nowhere, since nobody could tell whose they are", async () => {
    const store = emptyStore();
    mkdirSync(store.folder, { recursive: true });
    const kept = compiledIn(store, "a".repeat(64));
    await kept.write(Buffer.from("bytes"));
    expect([kept.read(), readdirSync(store.folder)]).toEqual([null, []]);
  });
});

function changed(bytes: Buffer): Buffer {
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  return bytes;
}
