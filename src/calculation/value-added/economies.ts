import { InputError } from "../../errors.ts";
import { type NamedPartner, type Partner, PartnerDirectory } from "../../partners/directory.ts";
import type { Exporter, InputOutputTable } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";

/** An exporter as the table knows it, and as answers call it. */
export interface NamedExporter extends NamedPartner {
  readonly exporter: Exporter;
}

/** Exporters by the name by which the core returns each. */
export function byNameInCore(exporters: readonly NamedExporter[]): Map<string, NamedExporter> {
  return new Map(
    exporters.map((one) => [
      typeof one.exporter === "string" ? one.exporter : one.exporter.name,
      one,
    ]),
  );
}

/** Names that publishers give to economies and that no list of countries has. */
const otherNames: Readonly<Record<string, NamedPartner>> = {
  ROW: { code: "ROW", name: "Rest of the world" },
  ROM: { code: "RO", name: "Romania" },
  WWA: { code: "WWA", name: "Rest of Asia and the Pacific" },
  WWE: { code: "WWE", name: "Rest of Europe" },
  WWF: { code: "WWF", name: "Rest of Africa" },
  WWL: { code: "WWL", name: "Rest of America" },
  WWM: { code: "WWM", name: "Rest of the Middle East" },
  KSV: { code: "XK", name: "Kosovo" },
};

/** The word that stands for every economy of a table. */
const ALL = "all";

/** The economies of a table under the names that users and answers have for them. */
export class TableEconomies {
  readonly #directory: PartnerDirectory;
  readonly #named = new Map<string, NamedPartner>();
  readonly #byCode = new Map<string, string>();

  constructor(
    private readonly table: InputOutputTable,
    countries: readonly Partner[],
  ) {
    const known = new PartnerDirectory(countries);
    const own: Partner[] = [];
    for (const economy of table.economies) {
      const other = otherNames[economy.toUpperCase()];
      const found = known.find(economy);
      const partner = found?.kind === "partner" && economy.length > 1 ? found.partner : null;
      const { code, name } = other ?? partner ?? { code: economy, name: economy };
      this.#named.set(economy, { code, name });
      this.#byCode.set(code, economy);
      own.push({ code, name, kind: "country", aliases: [economy] });
    }
    this.#directory = new PartnerDirectory([...own, ...countries]);
  }

  /** The name of an economy of the table, or of a group of them by its own. */
  nameOf(economy: string): NamedPartner {
    return this.#named.get(economy) ?? { code: economy, name: economy };
  }

  /**
   * The economies of a list of codes, names and groups, one by one or `together` as one exporter.
   * Members of a group that the table does not distinguish are left out, with a warning.
   * @throws InputError where a word is unknown, or names an economy that the table does not have.
   */
  select(
    list: string,
    option: string,
    together: boolean,
  ): { exporters: NamedExporter[]; warnings: Warning[] } {
    if (list.trim().toLowerCase() === ALL) {
      const all = this.table.economies.map((economy) => ({
        ...this.nameOf(economy),
        exporter: economy,
      }));
      return { exporters: all, warnings: [] };
    }
    const { partners, whole } = this.#selectPartners(list, option);
    const present = partners.filter(({ code }) => this.#byCode.has(code));
    const missing = partners.filter(({ code }) => !this.#byCode.has(code));
    if (missing.length > 0 && (together || present.length === 0 || this.#isNamed(list, missing))) {
      throw this.#notInTable(missing, partners.length, option);
    }
    const exporters = present.map(({ code, name }) => ({
      code,
      name,
      exporter: this.#byCode.get(code)!,
    }));
    const warnings: Warning[] = [];
    if (missing.length > 0) {
      const codes = missing.map(({ code }) => code).join(", ");
      warnings.push({
        code: "not-in-table",
        message: `${this.table.source} has no figures for ${codes} alone${this.#restOfWorld()}: left out`,
      });
    }
    if (!together || exporters.length === 1) return { exporters, warnings };
    const members = exporters.map(({ exporter }) => exporter);
    return { exporters: [{ ...whole, exporter: { name: whole.code, members } }], warnings };
  }

  #selectPartners(list: string, option: string) {
    try {
      return this.#directory.select(list, null);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(
        error.message.replace("--partner", option).replace("CA,MX", "MX,CA"),
        error.hint ?? `${this.table.source} has ${this.#codes()}.`,
      );
    }
  }

  /** Whether any of them was asked for by its own name, and not as a member of a group. */
  #isNamed(list: string, missing: readonly NamedPartner[]): boolean {
    const named = list.split(",").map((word) => this.#directory.find(word));
    return missing.some(({ code }) =>
      named.some((match) => match?.kind === "partner" && match.partner.code === code),
    );
  }

  #notInTable(missing: readonly NamedPartner[], asked: number, option: string): InputError {
    const names = missing.map(({ code, name }) => `${name} (${code})`);
    const those =
      missing.length > 3 ? `${missing.length} of the ${asked} economies` : names.join(", ");
    return new InputError(
      `${option}: ${this.table.source} has no figures for ${those} alone${this.#restOfWorld()} (name a table that has with --table)`,
      `It has ${this.#codes()}.`,
    );
  }

  #restOfWorld(): string {
    return this.#byCode.has("ROW") ? ", only within ROW" : "";
  }

  #codes(): string {
    return [...this.#byCode.keys()].join(", ");
  }
}
