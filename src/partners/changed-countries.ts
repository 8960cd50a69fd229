/**
 * Countries of today that kept their name while their borders changed: what they consisted of in
 * each span, the last one open. Before the first span the country was not there, or nobody says
 * what a publisher counted under its name.
 */
export const changedCountries: Readonly<
  Record<string, readonly (readonly [from: string | null, parts: string])[]>
> = {
  DE: [["1990-10-03", "DD WEST-GERMANY"]],
  YE: [["1990-05-22", "YD YEMEN-ARAB-REPUBLIC"]],
  VN: [["1976-07-02", "SOUTH-VIETNAM VD"]],
  MY: [["1965-08-09", "PENINSULA-MALAYSIA SABAH SARAWAK"]],
  TZ: [["1964-04-26", "TANGANYIKA ZANZIBAR"]],
  SD: [
    [null, "SD SS"],
    ["2011-07-09", "SD"],
  ],
  ET: [
    [null, "ER ET"],
    ["1993-05-24", "ET"],
  ],
  PK: [
    [null, "BD PK"],
    ["1971-12-16", "PK"],
  ],
  // Statistics of Serbia begin with the year 2006, those of Kosovo differ by publisher.
  RS: [
    ["2006-01-01", "RS XK"],
    ["2008-02-17", "RS"],
  ],
};

/** Areas that became a part of a country which did not count as another one for it. */
export const absorbed: Readonly<Record<string, string>> = {
  "RYUKYU-ISLANDS": "JP",
  "PANAMA-CANAL-ZONE": "PA",
  SIKKIM: "IN",
  NT: "IQ SA",
};
