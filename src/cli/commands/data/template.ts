import type { Command } from "commander";
import { writeText } from "../../output.ts";

/** `data template`: the record layout. */
export function addTemplate(data: Command): void {
  data
    .command("template")
    .description("The record layout, as a CSV to fill in")
    .action(async () => {
      const { template } = await import("../../../sources/records/template.ts");
      await writeText(template, undefined);
    });
}
