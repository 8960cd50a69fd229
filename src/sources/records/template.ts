/** The record layout as a CSV to fill in; what each column holds is said in the README. */
export const template = `period,partner,flow,value,reporter,product,sector,flowBasis,valuation,basis,unit
2024,MX,export,334041.4,US,total,goods,total,fas,census,USD million
2024,MX,import,505851.4,US,total,goods,general,customs,census,USD million
2024-11,CA,export,28945.1,US,total,goods,total,fas,census,USD million
2024-01/2024-11,CA,import,377214.6,US,total,goods,general,customs,census,USD million
2024,CA,import,124500000000,US,hs:27,goods,general,customs,census,USD
`;
