import { InputError } from "../errors.ts";
import { type PartnerGroup, partnerGroups } from "../partners/groups.ts";
import type { FoundConfiguration } from "./find.ts";
import { checkedConfiguration } from "./read.ts";

/**
 * The groups of partners of one's own, as a directory takes them; their members may have any name
 * that a partner has, and are looked up when the group is asked for.
 * @throws InputError that names the file and the key, also for the name of a group that there is.
 */
export function readGroups(found: FoundConfiguration): readonly PartnerGroup[] {
  const { groups = {} } = checkedConfiguration(found);
  return Object.entries(groups).map(([id, given]) => {
    const { members, name = id } =
      typeof given === "string" || Array.isArray(given) ? { members: given } : given;
    const known = partnerGroups.find((group) =>
      [group.id, group.name, ...group.aliases].some(
        (each) => each.toLowerCase() === id.toLowerCase(),
      ),
    );
    if (known) {
      throw new InputError(
        `${found.place}: groups.${id}: is the name of ${known.id}, ${known.name} (use another)`,
      );
    }
    return {
      ...{ id, name, aliases: [], asMembers: true },
      members: typeof members === "string" ? members.split(",").map((one) => one.trim()) : members,
      source: found.place,
    };
  });
}
