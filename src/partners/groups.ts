/** A named set of economies, with the source and date of its membership. */
export interface PartnerGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly aliases: readonly string[];
  readonly source: string;
}

export const partnerGroups: readonly PartnerGroup[] = [
  {
    id: "USMCA",
    name: "United States-Mexico-Canada Agreement",
    members: ["CA", "MX", "US"],
    aliases: ["NAFTA", "CUSMA", "T-MEC"],
    source: "Agreement between the United States, Mexico and Canada, in force since 2020-07-01",
  },
  {
    id: "EU27",
    name: "European Union (27 members)",
    members: [
      ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
      ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
    ],
    aliases: ["EU", "EU-27", "European Union"],
    source: "Treaty on European Union, article 52, membership since 2020-02-01",
  },
  {
    id: "ASEAN",
    name: "Association of Southeast Asian Nations",
    members: ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"],
    aliases: [],
    source: "ASEAN Charter, article 4; Timor-Leste admitted 2025-10-26",
  },
  {
    id: "G7",
    name: "Group of Seven",
    members: ["CA", "DE", "FR", "GB", "IT", "JP", "US"],
    aliases: [],
    source: "G7, membership since 2014",
  },
];
