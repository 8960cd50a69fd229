/**
 * What reports call the chapters of the Harmonized System, beside their published names; chapter by
 * chapter, words as in `lexicon.ts`. A word for a part of a chapter (`crude oil`, `semiconductors`) is
 * none for the chapter and stands in the lexicon as `narrow`.
 */
export const productWords: readonly (readonly [string, string])[] = [
  ["02", "meat"],
  ["03", "fish, fish and seafood"],
  ["08", "fruit, fruits, fruit and nuts, edible fruit and nuts"],
  ["10", "cereals, grains, grain"],
  ["12", "oilseeds, oil seeds"],
  ["22", "beverages, beverages and spirits, drinks"],
  ["24", "tobacco"],
  [
    "27",
    "mineral fuels, mineral fuels and oils, energy, energy products/goods, petroleum, oil and gas, fuels/fuel, energy trade",
  ],
  ["28", "inorganic chemicals"],
  ["29", "organic chemicals"],
  [
    "30",
    "pharmaceutical/pharmaceuticals, medicines/medicine, pharmaceutical products/goods, drugs, pharma",
  ],
  ["31", "fertilizers/fertilizer/fertiliser/fertilisers"],
  ["38", "miscellaneous chemicals"],
  ["39", "plastics/plastic, plastics and articles"],
  ["40", "rubber, rubber products"],
  ["42", "leather goods, handbags"],
  ["44", "wood, wood products, wood and articles of wood"],
  ["47", "pulp, wood pulp"],
  ["48", "paper, paper and paperboard"],
  ["61", "knitted apparel/clothing, knit apparel/clothing"],
  ["62", "woven apparel/clothing"],
  ["64", "footwear, shoes"],
  ["69", "ceramics"],
  ["70", "glass, glassware"],
  ["71", "precious metals/stones, gems and precious metals, precious stones and metals, pearls"],
  ["72", "iron and steel"],
  ["73", "articles of iron or/and steel, iron and steel articles, steel articles"],
  ["74", "copper"],
  ["76", "aluminum/aluminium"],
  [
    "84",
    "machinery, industrial machinery, machinery and computers, nuclear reactors, mechanical appliances, nonelectrical machinery, machines",
  ],
  [
    "85",
    "electrical machinery/equipment/goods/products, electronics, electrical machinery and equipment, electrical and electronic equipment, electronic goods",
  ],
  ["86", "railway equipment, locomotives"],
  [
    "87",
    "vehicles/vehicle, motor vehicles/vehicle, autos/auto, automobiles, automotive goods/products/trade/imports/exports, automotive, cars and parts, vehicles and parts, motor vehicles and parts, autos and parts, cars/car, cars and trucks, road vehicles",
  ],
  ["88", "aircraft, aerospace, aircraft and spacecraft, aircraft and parts, planes, airplanes"],
  ["89", "ships and boats, ships"],
  [
    "90",
    "optical instruments, instruments, optical and medical instruments, medical instruments, precision instruments, optical and medical equipment",
  ],
  ["93", "arms and ammunition"],
  ["94", "furniture, furniture and bedding"],
  ["95", "toys, toys and games, toys and sports equipment"],
];
