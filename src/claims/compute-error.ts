import { InputError } from "../errors.ts";
import type { Compute } from "./file/schema.ts";

/** A key of `compute` that cannot be understood. */
export class ComputeError extends InputError {
  override name = "ComputeError";

  constructor(
    readonly key: keyof Compute,
    message: string,
    hint: string | null = null,
  ) {
    super(`compute.${key}: ${message}`, hint);
  }
}

/** The key of `compute` that an option of the command line stands for. */
const optionKeys: Readonly<Record<string, keyof Compute>> = {
  "--partner": "partner",
  "--whole": "whole",
  "--reporter": "reporter",
  "--region": "region",
  "--product": "product",
  "--exclude-product": "excludeProduct",
  "--by": "by",
  "--each": "each",
  "--total": "partner",
};

/** Names the key in an error that was made for an option of the command line. */
export function asked<Read>(compute: Compute, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof ComputeError) throw error;
    const [, option = "", message = error.message] =
      /^(--[\w-]+): (.*)$/s.exec(error.message) ?? [];
    const own = keyOf(option);
    const key =
      optionKeys[option] ??
      (own in compute ? (own as keyof Compute) : null) ??
      (compute.product === undefined ? "metric" : "product");
    throw new ComputeError(key, message, error.hint);
  }
}

/** `petroleumFlows` for `--petroleum-flows`. */
function keyOf(option: string): string {
  return option.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function under<Read>(key: keyof Compute, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof ComputeError) throw error;
    throw new ComputeError(key, error.message.replace(/^(--[\w-]+|period)?: /, ""), error.hint);
  }
}
