import { InputError } from "../errors.ts";
import type { PartnerDirectory } from "../partners/directory.ts";
import { membersEver } from "../partners/group-history.ts";
import { partnerGroups } from "../partners/groups.ts";
import { WORLD } from "../records/record.ts";
import { type AskedCodes, type AskedRecords, allRecords } from "./asked.ts";

/** The records that a question needs, by the codes of its words; all where it names none. */
export function codesAsked(
  { asked }: { readonly asked?: AskedRecords },
  directory: PartnerDirectory,
): AskedCodes {
  if (!asked) return allRecords;
  try {
    const codesOf = (list: string) => directory.select(list, null).partners.map(({ code }) => code);
    // A group without a row of its own is added up from its members, of today or of then.
    const namedOf = (list: string) => {
      const group = directory.groupNamed(list);
      return [
        ...codesOf(list),
        // The row that a publisher gives of a group is asked for by its name as well.
        ...(group ? [group.id] : []),
        ...(group && partnerGroups.includes(group) ? membersEver(group) : []),
      ];
    };
    const reporters = asked.reporter === null ? [] : codesOf(asked.reporter);
    const partners = asked.partners && new Set(asked.partners.flatMap(namedOf));
    return {
      // Where no record is of the world, all partners together are.
      partners: partners?.has(WORLD) ? null : partners,
      reporter: reporters.length === 1 ? reporters[0]! : null,
      years: asked.years,
      products: asked.products,
      ...(asked.others && { others: true }),
      acrossPartners: asked.acrossPartners,
    };
  } catch (error) {
    // No record has a name that is not in the directory: the question is refused, whatever is read.
    if (error instanceof InputError) return { ...allRecords, partners: new Set() };
    throw error;
  }
}
