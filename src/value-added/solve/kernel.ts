/**
 * The inner loop of every large matrix product here: C += A B on packed tiles, with the two-lane
 * double-precision instructions of WebAssembly. Plain JavaScript reaches about a fifth of its speed.
 * The module is small enough to be written out here, instruction by instruction, so that no
 * compiler stands between this source and what runs.
 *
 * `multiplyAdd(a, b, c, rowTiles, columnTiles, depth, rowBytes)` takes byte addresses:
 * - a: row tiles, each `depth` x 4 (four rows of A interleaved);
 * - b: column tiles, each `depth` x 4 (four columns of B interleaved);
 * - c: row-major, `rowBytes` from one row to the next, at least 4 rowTiles x 4 columnTiles.
 */
export interface MatrixKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  multiplyAdd(
    a: number,
    b: number,
    c: number,
    rowTiles: number,
    columnTiles: number,
    depth: number,
    rowBytes: number,
  ): void;
}

/** The part of the WebAssembly interface that is used; the Node types leave it to the DOM's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    constructor(limits: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: { host: { memory: Memory } });
    readonly exports: Record<string, unknown>;
  }
}

/** Four by four: eight accumulators and their operands stay in the sixteen vector registers. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 4;

const PAGE_BYTES = 65536;
const VECTORS = TILE_COLUMNS / 2;

/** A kernel with its own memory of at least `bytes`. */
export function createKernel(bytes: number): MatrixKernel {
  compiled ??= new WebAssembly.Module(assemble());
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const instance = new WebAssembly.Instance(compiled, { host: { memory } });
  const multiplyAdd = instance.exports.multiplyAdd as MatrixKernel["multiplyAdd"];
  return { memory, multiplyAdd };
}

let compiled: WebAssembly.Module | undefined;

// Locals of the function, in the order of the WebAssembly index space.
const PARAMETERS = ["a", "b", "c", "rowTiles", "columnTiles", "depth", "rowBytes"] as const;
const INTEGERS = ["p", "q", "end", "tileA", "tileC", "columnC", "row"] as const;
const local = (name: (typeof PARAMETERS)[number] | (typeof INTEGERS)[number]): number => {
  const parameter = (PARAMETERS as readonly string[]).indexOf(name);
  return parameter >= 0
    ? parameter
    : PARAMETERS.length + (INTEGERS as readonly string[]).indexOf(name);
};
const FIRST_VECTOR = PARAMETERS.length + INTEGERS.length;
const accumulator = (i: number, j: number): number => FIRST_VECTOR + i * VECTORS + j;
const columnsOfB = (j: number): number => FIRST_VECTOR + TILE_ROWS * VECTORS + j;
const splatOfA = FIRST_VECTOR + TILE_ROWS * VECTORS + VECTORS;
const VECTOR_LOCALS = TILE_ROWS * VECTORS + VECTORS + 1;

function assemble(): Uint8Array {
  const I32 = 0x7f;
  const V128 = 0x7b;
  const type = [1, 0x60, PARAMETERS.length, ...PARAMETERS.map(() => I32), 0];
  const imports = [1, ...text("host"), ...text("memory"), 2, 0, 1];
  const exports = [1, ...text("multiplyAdd"), 0, 0];
  const body = [2, INTEGERS.length, I32, VECTOR_LOCALS, V128, ...instructions(), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, type),
    ...section(2, imports),
    ...section(3, [1, 0]),
    ...section(7, exports),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

/** for each column tile: for each row tile: accumulate over the depth, then add into c. */
function instructions(): number[] {
  const rowsOfTile = TILE_ROWS * 8;
  const columnsOfTile = TILE_COLUMNS * 8;
  return [
    ...set("columnC", get("c")),
    ...repeat("columnTiles", [
      ...set("tileA", get("a")),
      ...set("tileC", get("columnC")),
      ...set("row", get("rowTiles")),
      ...repeat("row", [
        ...clearAccumulators(),
        ...set("p", get("tileA")),
        ...set("q", get("b")),
        ...set("end", add(get("tileA"), multiply(get("depth"), constant(rowsOfTile)))),
        ...[0x03, 0x40],
        ...oneStepOfDepth(),
        ...set("p", add(get("p"), constant(rowsOfTile))),
        ...set("q", add(get("q"), constant(columnsOfTile))),
        ...[...get("p"), ...get("end"), 0x49, 0x0d, 0, 0x0b],
        ...set("tileA", get("end")),
        ...storeTile(),
      ]),
      ...set("b", add(get("b"), multiply(get("depth"), constant(columnsOfTile)))),
      ...set("columnC", add(get("columnC"), constant(columnsOfTile))),
    ]),
  ];
}

function clearAccumulators(): number[] {
  const zero = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
  return each((i, j) => [...zero, 0x21, accumulator(i, j)]);
}

function oneStepOfDepth(): number[] {
  const code: number[] = [];
  for (let j = 0; j < VECTORS; j++) code.push(...get("q"), ...load(16 * j), 0x21, columnsOfB(j));
  for (let i = 0; i < TILE_ROWS; i++) {
    code.push(...get("p"), 0xfd, 0x0a, 3, ...unsigned(8 * i), 0x21, splatOfA);
    for (let j = 0; j < VECTORS; j++) {
      code.push(0x20, accumulator(i, j), 0x20, splatOfA, 0x20, columnsOfB(j));
      code.push(...MULTIPLY, ...ADD, 0x21, accumulator(i, j));
    }
  }
  return code;
}

function storeTile(): number[] {
  const code: number[] = [];
  for (let i = 0; i < TILE_ROWS; i++) {
    for (let j = 0; j < VECTORS; j++) {
      code.push(...get("tileC"), ...get("tileC"), ...load(16 * j), 0x20, accumulator(i, j), ...ADD);
      code.push(0xfd, 0x0b, 3, ...unsigned(16 * j));
    }
    code.push(...set("tileC", add(get("tileC"), get("rowBytes"))));
  }
  return code;
}

const MULTIPLY = [0xfd, 0xf2, 0x01];
const ADD = [0xfd, 0xf0, 0x01];

function get(name: Parameters<typeof local>[0]): number[] {
  return [0x20, local(name)];
}
function set(name: Parameters<typeof local>[0], value: number[]): number[] {
  return [...value, 0x21, local(name)];
}
function add(left: number[], right: number[]): number[] {
  return [...left, ...right, 0x6a];
}
function multiply(left: number[], right: number[]): number[] {
  return [...left, ...right, 0x6c];
}
function load(offset: number): number[] {
  return [0xfd, 0x00, 3, ...unsigned(offset)];
}
/** i32.const takes a signed LEB128; the constants here are below 64 or need a second byte. */
function constant(value: number): number[] {
  return value < 64 ? [0x41, value] : [0x41, (value & 0x7f) | 0x80, value >> 7];
}
/** Runs the body `counter` times, counting it down to zero; the counter must be at least one. */
function repeat(counter: Parameters<typeof local>[0], body: number[]): number[] {
  const countDown = [...get(counter), 0x41, 1, 0x6b, 0x22, local(counter)];
  return [0x03, 0x40, ...body, ...countDown, 0x0d, 0, 0x0b];
}
function each(of: (i: number, j: number) => number[]): number[] {
  const code: number[] = [];
  for (let i = 0; i < TILE_ROWS; i++) for (let j = 0; j < VECTORS; j++) code.push(...of(i, j));
  return code;
}
function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}
function text(value: string): number[] {
  return [value.length, ...Array.from(value, (character) => character.charCodeAt(0))];
}
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}
