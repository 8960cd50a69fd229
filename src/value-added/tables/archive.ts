import { Unzip, type UnzipDecoder } from "fflate";
import { InputError } from "../../errors.ts";

/** Method 8 of the zip format, left packed: Node's own zlib unpacks it, several times faster. */
class LeftPacked implements UnzipDecoder {
  static compression = 8;
  ondata!: UnzipDecoder["ondata"];
  push(data: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, data, final);
  }
}

/** A zip file has no entry of the name that is wanted. */
export class MissingEntry extends InputError {}

/** Finds the one table in a zip file, as it comes in. */
export class Archive {
  /** The method of the chosen entry, once its first bytes have been read. */
  compression = 0;
  readonly #tables: string[] = [];
  readonly #ready: Uint8Array[] = [];
  #chosen: string | null = null;
  #isFinished = false;

  constructor(
    private readonly path: string,
    private readonly wanted: string | undefined,
  ) {}

  /** The bytes of the entry, packed as they are in the file. */
  async *read(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
    const unzip = this.#open();
    try {
      for await (const chunk of chunks) {
        // A copy: what the archive keeps of a chunk must outlast it.
        unzip.push(chunk.slice());
        this.#refuseSeveral();
        while (this.#ready.length > 0) yield this.#ready.shift()!;
        if (this.#isFinished && this.wanted !== undefined) return;
      }
      unzip.push(new Uint8Array(0), true);
    } catch (error) {
      if (error instanceof InputError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(
        `${this.path}: the zip file is damaged or cut off (${reason})`,
        "Download it again.",
      );
    }
    while (this.#ready.length > 0) yield this.#ready.shift()!;
    this.#refuseNone();
  }

  #open(): Unzip {
    const unzip = new Unzip((file) => {
      const { name } = file;
      if (name.startsWith("__MACOSX/") || !/\.(csv|txt)$/i.test(name)) return;
      this.#tables.push(name);
      const isNamed = name === this.wanted || name.endsWith(`/${this.wanted}`);
      if (this.#chosen !== null || !(this.wanted === undefined || isNamed)) return;
      this.#chosen = name;
      this.compression = file.compression;
      file.ondata = (error, data, final) => {
        if (error) throw error;
        if (data.length > 0) this.#ready.push(data);
        if (final) this.#isFinished = true;
      };
      file.start();
    });
    unzip.register(LeftPacked);
    return unzip;
  }

  #refuseSeveral(): void {
    if (this.wanted !== undefined || this.#tables.length < 2) return;
    throw new InputError(
      `${this.path}: the zip file holds several tables: ${this.#tables.join(", ")}`,
      "Name the one to read.",
    );
  }

  #refuseNone(): void {
    if (this.#chosen === null) {
      const what = this.wanted === undefined ? "no CSV file" : `no "${this.wanted}"`;
      const held = this.#tables.length === 0 ? "" : `: it holds ${this.#tables.join(", ")}`;
      throw new MissingEntry(`${this.path}: the zip file has ${what}${held}`);
    }
    if (!this.#isFinished) {
      throw new InputError(
        `${this.path}: the zip file ends before its data does`,
        "Download it again.",
      );
    }
  }
}
