import { describe, expect, it } from "vitest";
import { refuseAddress, schemeOf, withoutSecrets } from "../../../src/sources/files/addresses.ts";

describe("an address that is no file", () => {
  it.each([
    ["https://example.org/trade.csv", "download it first"],
    ["ftp://example.org/trade.csv", "download it first"],
    ["s3://bucket/trade/", "aws s3 cp"],
    ["gs://bucket/trade/a.parquet", "gcloud storage cp"],
    ["abfss://box@account/trade", "azcopy copy"],
    ["postgres://host/db", "psql -c"],
    ["postgresql://host/db", "psql -c"],
    ["mysql://host/db", "mysql --batch"],
    ["snowflake://account/db", "write the table to a CSV or Parquet file"],
    ["file:///data/trade.csv", "name the path alone"],
  ])("is refused with what to do: %s", (address, mend) => {
    expect(() => refuseAddress(address)).toThrow(mend);
  });

  it("is never taken for the name of a file", () => {
    expect(["a.csv", "a:b.csv", "C:/a.csv", "-", "./s3://a"].map(schemeOf)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it("is shown without passwords and keys", () => {
    expect(withoutSecrets("postgres://me:secret@host/db?key=secret")).toBe(
      "postgres://…@host/db?…",
    );
    expect(withoutSecrets("https://host/a@b.csv")).toBe("https://host/a@b.csv");
  });
});
