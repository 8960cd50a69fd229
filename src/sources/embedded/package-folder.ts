import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the compiled data, found from this very file upwards, because the command, the
 * library and the tests run it from different depths of the package.
 */
export function compiledFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const data = join(folder, "dist", "data");
    if (existsSync(join(data, "catalog.json"))) return data;
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error("the embedded data have not been built (run npm run build)");
    }
    folder = parent;
  }
}
