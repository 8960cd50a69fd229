import type { AttributeReader } from "./attributes.ts";
import type { Column } from "./format.ts";
import { columnIndex } from "./header.ts";
import { type Unit, unitIn, unitText } from "./units.ts";

type Found = Unit | { readonly problem: string } | null;

/**
 * Reads a unit of money that several columns say together: a unit such as `EUR million`, a currency,
 * and the power of ten, as `6`, `1000000` or `Millions`. null where the header has none of them.
 * @param words what the user says that units mean, in lower case.
 */
export function unitBeside(
  column: Column,
  beside: { readonly currency: Column; readonly power: Column },
  header: readonly string[],
  words: ReadonlyMap<string, string>,
): AttributeReader | null {
  const places = [column, beside.currency, beside.power].map((one) => columnIndex(header, one));
  const at = places.filter((place) => place >= 0);
  if (at.length === 0) return null;
  const [unitAt, currencyAt, powerAt] = places as [number, number, number];
  const textAt = (cells: readonly string[], place: number) => cells[place]?.trim() ?? "";
  return {
    at,
    column: header[at[0]!]!,
    read(cells) {
      const written = textAt(cells, unitAt);
      const said = words.get(written.toLowerCase()) ?? written;
      // "units" may count pieces.
      const unit = /^[\d.,]+$/.test(said) ? "" : said;
      const currency = textAt(cells, currencyAt);
      const power = textAt(cells, powerAt);
      const own = unitIn(unit === "" || currency === "" ? unit : unitBesideText(unit, currency));
      // A text that names no unit is told as such.
      if (unit !== "" && !own) return unit;
      const halves = [
        currencyOf(currency, header[currencyAt] ?? ""),
        powerOf(power, header[powerAt] ?? ""),
      ];
      return together(own, halves);
    },
  };
}

/** "million" beside EUR is EUR million. */
function unitBesideText(unit: string, currency: string): string {
  return unitIn(unit) ? unit : `${currency} ${unit}`;
}

const USE = "use --constant unit='USD million', or the unit that it is";

function currencyOf(text: string, column: string): Found {
  if (text === "") return null;
  const letters = text.replace(/_EXC$/, "");
  const found = unitIn(/^[a-z]{3}$/i.test(letters) ? letters.toUpperCase() : text);
  return found ?? { problem: `${column} is "${text}", which is no one currency (${USE})` };
}

/** A power of ten, or a factor that is one; of 1 and 10 it cannot be told which they are. */
function powerOf(text: string, column: string): Found {
  if (text === "" || /^(?:0|units?|ones|none)$/i.test(text)) return null;
  const factor = /^1(0{2,12})$/.exec(text.replaceAll(",", ""))?.[1];
  const named = /\d/.test(text) ? null : unitIn(`USD ${text}`);
  const power = factor?.length ?? (/^(?:[2-9]|1[12])$/.test(text) ? Number(text) : named?.power);
  return power
    ? { currency: "", power: power as Unit["power"] }
    : { problem: `${column} is "${text}", which is no plain power of ten such as 6 (${USE})` };
}

/** The unit that several texts say, each in part. */
function together(own: Unit | null, halves: readonly Found[]): ReturnType<AttributeReader["read"]> {
  let unit: Unit | null = own;
  for (const half of halves) {
    if (half === null) continue;
    if ("problem" in half) return half;
    const before: Unit = unit ?? { currency: "", power: 0 };
    const isOther =
      before.currency !== "" && half.currency !== "" && before.currency !== half.currency;
    if (isOther || (before.power !== 0 && half.power !== 0 && before.power !== half.power)) {
      const [one, other] = [before, half].map((each) => unitText(dollarsWithout(each)));
      return { problem: `columns say ${one} and ${other} of one figure (${USE})` };
    }
    unit = {
      currency: before.currency || half.currency,
      power: before.power || half.power,
    };
  }
  return unit ? unitText(dollarsWithout(unit)) : "";
}

function dollarsWithout({ currency, power }: Unit): Unit {
  return { currency: currency || "USD", power };
}
