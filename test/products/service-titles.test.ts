import { expect, it } from "vitest";
import { serviceTitle } from "../../src/products/service-titles.ts";

// UN Comtrade, reference tables cmd_eb02, cmd_eb10 and cmd_eb10s.
it.each([
  ["sa", "manufacturing on inputs owned by others"],
  ["1", "manufacturing on inputs owned by others"],
  ["sc", "transport"],
  ["sd", "travel"],
  ["4", "travel"],
  ["236", "travel"],
  ["sh", "charges for intellectual property"],
  ["sl", "government"],
  ["12", "government"],
  ["291", "government"],
])("names the category %s of services", (code, title) => {
  expect(serviceTitle(code)).toBe(title);
});

it.each(["s", "sdz", "sc1", "200", "0", "13", "4.0", "1.1", "s1", ""])(
  "does not name %s",
  (code) => {
    expect(serviceTitle(code)).toBeNull();
  },
);
