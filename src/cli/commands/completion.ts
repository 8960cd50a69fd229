import { InputError } from "../../errors.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { writeText } from "../output.ts";

/** `completion`: what a shell needs to complete commands, options and their values. */
export const completionCommand: CommandDeclaration = {
  id: "completion",
  description: "Print the completion for a shell: bash, zsh or fish",
  configure(command) {
    command
      .argument("<shell>", "bash, zsh or fish")
      .addHelpText("before", () => exampleText("completion"))
      .addHelpText("after", installation)
      .action(async (shell: string) => {
        const { shellScripts } = await import("../completion/scripts.ts");
        const script = shellScripts[shell];
        if (script === undefined) {
          const known = Object.keys(shellScripts);
          throw new InputError(`completion: unknown shell "${shell}" (use ${known.join(", ")})`);
        }
        await writeText(script, undefined);
      });
  },
};

const installation = `
To keep it, add the line for your shell:
  bash  ~/.bashrc                  eval "$(trade-metrics completion bash)"
  zsh   ~/.zshrc, after compinit   eval "$(trade-metrics completion zsh)"
        or a file in your fpath    trade-metrics completion zsh > "\${fpath[1]}/_trade-metrics"
  fish  ~/.config/fish/config.fish trade-metrics completion fish | source
`;
