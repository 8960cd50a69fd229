import { existsSync } from "node:fs";
import { InputError } from "../../errors.ts";

/** What to do with what stands at an address, by its scheme. */
const mends: Readonly<Record<string, string>> = {
  http: "download it first, such as with curl -O, or see data update",
  ftp: "download it first, such as with curl -O",
  s3: "copy it first, such as with aws s3 cp --recursive, and name the folder",
  gs: "copy it first, such as with gcloud storage cp -r, and name the folder",
  az: "copy it first, such as with azcopy copy, and name the folder",
  hdfs: "copy it first, such as with hdfs dfs -get, and name the folder",
  postgres:
    "write the table to a file first, such as with psql -c '\\copy TABLE to trade.csv csv header'",
  mysql:
    "write the table to a file first, such as with mysql --batch -e 'select * from TABLE' > trade.tsv",
  other: "write the table to a CSV or Parquet file first",
  clickhouse: "only --data of questions of trade asks such a table",
  file: "name the path alone, without file://",
};

/** Schemes that are another's. */
const alike: Readonly<Record<string, string>> = {
  ...{ https: "http", ftps: "ftp", sftp: "ftp", s3a: "s3", s3n: "s3", gcs: "gs" },
  ...{ abfs: "az", abfss: "az", wasb: "az", wasbs: "az", azure: "az" },
  ...{ postgresql: "postgres", mariadb: "mysql", clickhouses: "clickhouse" },
};

/** Whether a name is the address of a table that is asked where it is. */
export function isTableAddress(name: string): boolean {
  const scheme = schemeOf(name);
  return scheme === "clickhouse" || scheme === "clickhouses";
}

/** The scheme of an address, such as `https`; null for the name of a file. */
export function schemeOf(name: string): string | null {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name) ?? [];
  return scheme === undefined || existsSync(name) ? null : scheme.toLowerCase();
}

/** @throws InputError that says what to do, for an address from which nothing is read. */
export function refuseAddress(name: string): void {
  const scheme = schemeOf(name);
  if (scheme === null) return;
  const mend = mends[scheme] ?? mends[alike[scheme] ?? "other"];
  throw new InputError(`${withoutSecrets(name)}: is an address and no file (${mend})`);
}

/** An address as it may be shown: without a password, and without what may be a key. */
export function withoutSecrets(address: string): string {
  return address.replace(/^([^/]*:\/\/)[^/?#]*@/, "$1…@").replace(/\?.*$/s, "?…");
}
