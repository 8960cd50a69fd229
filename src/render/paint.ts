/** How text is set off on a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
}

const same = (text: string) => text;

/** No colour and no weight: for pipes, files and whoever asked for none. */
export const plain: Paint = { bold: same, dim: same, red: same };

/** The colours of a terminal; chalk is loaded only for one. */
export async function terminalPaint(): Promise<Paint> {
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, red: chalk.red };
}
