import type { Reply, Seen } from "./replay-server.ts";

/** One month of the Census API with Mexico's vehicles, as it was asked for. */
export function censusMonth({ query, path }: Seen): Reply {
  const values: Record<string, string> = {
    ...{ CTY_CODE: "2010", CTY_NAME: "MEXICO", LAST_UPDATE: "2026-11-04", COMM_LVL: "HS2" },
    ...{ E_COMMODITY: "87", I_COMMODITY: "87", time: query.get("time")! },
  };
  const names = [...query.get("get")!.split(","), "time", "COMM_LVL"];
  const amount = path.includes("exports") ? "2" : "3";
  return { body: JSON.stringify([names, names.map((name) => values[name] ?? amount)]) };
}
