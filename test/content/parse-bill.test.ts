import { describe, expect, it } from "vitest";
import { parseBillOfMaterials, readBillOfMaterials } from "../../src/content/index.ts";
import { InputError } from "../../src/errors.ts";

function failure(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const csv = (text: string) => failure(() => parseBillOfMaterials(text, "bill.csv")).message;
const yaml = (text: string) => failure(() => parseBillOfMaterials(text, "bill.yaml")).message;

describe("one bill in three formats", () => {
  const table = "id,origin,value,parent\nspring,MX,100,\nwire,CN,49.9,spring\n";
  const nested = `
id: spring
origin: MX
value: 100
parts:
  - id: wire
    origin: CN
    value: 49.9
`;
  const list = `[ { "id": "wire", "origin": "CN", "value": 49.9, "parent": "spring" },
\t{ "id": "spring", "origin": "MX", "value": 1e2 } ]`;

  it("reads a table, a tree and a list, in any order, as the same parts", () => {
    const { parts } = parseBillOfMaterials(table, "bill.csv");
    expect(parts.map(({ id, tier, ownContent }) => [id, tier, ownContent])).toEqual([
      ["spring", 0, 50.1],
      ["wire", 1, 49.9],
    ]);
    expect(parseBillOfMaterials(nested, "bill.yml").parts).toEqual(parts);
    expect(parseBillOfMaterials(list, "bill.json").parts).toEqual(parts);
  });

  it("skips comments, empty lines and a byte order mark, and keeps every key", () => {
    const text = `\ufeff# invented\nid,origin,value,netCost,class,threshold,method,originating,labourHours,wage\n\nx,US,10,9,core,60,net-cost,TRUE,0.5,4\n`;
    expect(parseBillOfMaterials(text, "bill.csv").parts[0]).toMatchObject({
      netCost: 9,
      class: "core",
      threshold: 60,
      method: "net-cost",
      originating: true,
      wage: 4,
      labourCost: 2,
    });
  });

  it("computes the wage from labour hours and labour cost", () => {
    const text = "id,origin,value,labourHours,labourCost\nx,US,100,2,50\n";
    expect(parseBillOfMaterials(text, "bill.csv").parts[0]).toMatchObject({
      wage: 25,
      labourCost: 50,
    });
  });

  it("reads NO as Norway, not as false", () => {
    const bill = parseBillOfMaterials("id: x\norigin: NO\nvalue: 1\n", "bill.yaml");
    expect(bill.parts[0]!.origin).toBe("NO");
  });

  it("takes a number for a name", () => {
    const bill = parseBillOfMaterials(
      "- {id: 1, origin: US, value: 2}\n- {id: 2, parent: 1, origin: US, value: 1}\n",
      "b.yaml",
    );
    expect(bill.parts.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("names keys that it does not use", () => {
    const { warnings } = parseBillOfMaterials("id,origin,value,netcost\nx,US,10,9\n", "bill.csv");
    expect(warnings).toEqual([
      { code: "unknown-key", message: 'bill.csv: "netcost" is not used (nearest key: netCost)' },
    ]);
  });

  it("says what is neither a part nor own content", () => {
    const text = "id,origin,value,ownContent,parent\nx,US,10,4,\ny,CN,5,,x\n";
    const { warnings, parts } = parseBillOfMaterials(text, "bill.csv");
    expect(warnings[0]).toMatchObject({ code: "unlisted-content" });
    expect(warnings[0]!.message).toContain('bill.csv:2: 1 of the value of "x"');
    expect(parts[0]!.ownContent).toBe(5);
  });

  it("holds ten thousand tiers", () => {
    const rows = Array.from({ length: 10_000 }, (_, tier) => {
      const parent = tier === 0 ? "" : `p${tier - 1}`;
      return `p${tier},US,${20_000 - tier},${parent}`;
    });
    const bill = parseBillOfMaterials(`id,origin,value,parent\n${rows.join("\n")}`, "deep.csv");
    expect(bill.parts.at(-1)).toMatchObject({ id: "p9999", tier: 9999 });
  });
});

describe("a bad table ends with one line that names file, line and key", () => {
  const head = "id,origin,value,parent\n";

  it.each([
    ["x,US,,\n", "bill.csv:2: value: is missing (give what the next producer pays for it)"],
    [
      "x,US,n/a,\n",
      'bill.csv:2: value: expected a number, got "n/a" (give what the next producer pays for it)',
    ],
    [
      'x,US,"1,000",\n',
      'bill.csv:2: value: expected a number, got "1,000" (give what the next producer pays for it)',
    ],
    ["x,US,-5,\n", "bill.csv:2: value: -5 is negative (give what the next producer pays for it)"],
    ["x,US,0.00001,\n", "bill.csv:2: value: 0.00001 has more than four decimals (round it)"],
    [
      "x,US,1e10,\n",
      "bill.csv:2: value: 10000000000 is larger than 9000000000 (give all values in thousands)",
    ],
    [
      "x,,5,\n",
      "bill.csv:2: origin: is missing (give the ISO alpha-2 code of the country where it is made)",
    ],
    [
      "x,Mexico,5,\n",
      'bill.csv:2: origin: "Mexico" is not an ISO alpha-2 code (use two capitals, such as MX)',
    ],
    [
      "x,us,5,\n",
      'bill.csv:2: origin: "us" is not an ISO alpha-2 code (use two capitals, such as MX)',
    ],
    [",US,5,\n", "bill.csv:2: id: is missing (give each part a name of its own)"],
    ["x,US,5,\nx,CN,1,x\n", 'bill.csv:3: id: "x" is taken (bill.csv:2 has it; rename one)'],
    [
      "spring,US,5,\nx,CN,1,sprng\n",
      'bill.csv:3: parent: there is no part "sprng" (did you mean "spring"?)',
    ],
    ["x,US,5,\ny,CN,1,\n", 'bill.csv:3: parent: "y" has none, nor has "x" (one final good a file)'],
    [
      "x,US,5,x\n",
      "bill.csv:2: parent: the parts form a circle: x goes into x (change one parent)",
    ],
    [
      "z,US,9,\na,US,5,b\nb,US,5,c\nc,US,5,a\n",
      "bill.csv:3: parent: the parts form a circle: a goes into b goes into c goes into a (change one parent)",
    ],
    [
      "x,US,5,\ny,CN,3,x\nz,CN,2.01,x\n",
      'bill.csv:2: value: 5 is less than its 2 parts together, 5.01 (give all values per unit of "x")',
    ],
  ])("%j", (rows, message) => {
    expect(csv(head + rows)).toBe(message);
  });

  it.each([
    ["netCost", "3", "3 is less than its part, 4"],
    ["transactionValue", "3", "3 is less than its part, 4"],
    ["ownContent", "7", "7 and the parts, 4, are more than the value 10"],
    ["labourCost", "7", "labour of 7 is more than the value added at this stage, 6"],
    ["class", "gearbox", '"gearbox" is not one of passenger-vehicle'],
    ["method", "cost", '"cost" is not one of net-cost, transaction-value'],
    ["threshold", "101", "101 is more than 100 percent"],
    ["originating", "yes", 'expected true or false, got "yes"'],
    ["wage", "-1", "-1 is negative"],
    ["units", "0", "0 is less than 1"],
    ["selfProduced", "true", '"x" goes into no other good (leave the key out)'],
    ["selfProduced", "maybe", 'expected true or false, got "maybe"'],
    ["tariffChange", "false", '"x" goes into no other good (leave the key out)'],
  ])("%s %s", (key, cell, message) => {
    const text = `id,origin,value,parent,${key}\nx,US,10,,${cell}\ny,CN,4,x,\n`;
    expect(csv(text)).toContain(`bill.csv:2: ${key}: ${message}`);
  });

  it("where a part has the units that belong to the final good", () => {
    expect(csv("id,origin,value,parent,units\nx,US,10,,5\ny,CN,4,x,5\n")).toBe(
      'bill.csv:3: units: "y" is not the final good (give the units of the final good alone)',
    );
  });

  it("where wage, hours and cost of labour disagree", () => {
    const text = "id,origin,value,wage,labourHours,labourCost\nx,US,100,20,2,50\n";
    expect(csv(text)).toBe(
      "bill.csv:2: labourCost: 50 is not labourHours times wage, 40 (leave one of the three out)",
    );
  });

  it("where it has no parts, a column twice, or a line of another length", () => {
    expect(csv(head)).toBe("bill.csv: holds no parts (give at least the final good)");
    expect(csv("id,id\n1,2\n")).toBe('bill.csv: the column "id" is there twice (keep one)');
    expect(csv(`${head}x,US\n`)).toMatch(/^bill\.csv: .*line 2/);
  });

  it("with the other places in the hint, ten in all", () => {
    const rows = Array.from({ length: 12 }, (_, index) => `p${index},US,n/a,\n`).join("");
    const { message, hint } = failure(() => parseBillOfMaterials(head + rows, "bill.csv"));
    expect(message).toContain("bill.csv:2: value");
    expect(hint).toContain("bill.csv:11: value");
    expect(hint).not.toContain("bill.csv:12");
    expect(hint).toContain("and 2 more");
  });
});

describe("a bad tree ends with one line that names file, line and key", () => {
  it.each([
    ["id: x\norigin: US\nvalue: dear\n", 'bill.yaml:3: value: expected a number, got "dear"'],
    ["id: x\norigin: US\nvalue:\n", "bill.yaml:3: value: is missing"],
    ["id: x\nid: y\n", "bill.yaml:2: Map keys must be unique"],
    ["id: x\norigin: US\nvalue: 5\nparts: none\n", "bill.yaml:4: parts: expected a list"],
    ["id: x\norigin: US\nvalue: 5\nparts:\n  - wire\n", "bill.yaml:5: this is not a part"],
    ["id: x\norigin: [US]\n", "bill.yaml:2: origin: expected one value"],
    ["", "bill.yaml: this is not a part"],
    ["[]", "bill.yaml: holds no parts"],
    ["a: [1", "bill.yaml:1: "],
    [
      "id: x\norigin: US\nvalue: 5\nparts:\n  - id: y\n    parent: z\n",
      'bill.yaml:6: parent: "z" is not the part around it, "x"',
    ],
    [
      "id: x\norigin: US\nvalue: 5\nparts:\n  - {id: y, origin: CN, value: 6}\n",
      "bill.yaml:3: value: 5 is less than its part, 6",
    ],
  ])("%j", (text, message) => {
    expect(yaml(text)).toContain(message);
    expect(yaml(text).split("\n")).toHaveLength(1);
  });

  it("names the line of broken JSON", () => {
    const { message } = failure(() =>
      parseBillOfMaterials('{ "id": "x",\n "value" 5 }', "bill.json"),
    );
    expect(message).toMatch(/^bill\.json:2: /);
  });
});

describe("readBillOfMaterials", () => {
  it("refuses a file that is not there, and an ending that it does not know", async () => {
    await expect(readBillOfMaterials("no/such.csv")).rejects.toThrow(
      "no/such.csv: no such file (check the path)",
    );
    await expect(readBillOfMaterials("bill.xlsx")).rejects.toThrow("ends in .csv, .json or .yaml");
  });
});
