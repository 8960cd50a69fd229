export type { ContentAnswer } from "./answer.ts";
export {
  ASSEMBLY_CREDIT,
  HIGH_WAGE,
  LARGEST_TECHNOLOGY_CREDIT,
  type LabourThreshold,
  labourThresholdOf,
  labourThresholds,
  leastFromMaterials,
} from "./labour-thresholds.ts";
export {
  type LabourContentOptions,
  type LabourContentRow,
  labourValueContent,
} from "./labour-value-content.ts";
export { type BillFormat, billFormatOf, parseBillOfMaterials } from "./parse-bill.ts";
export {
  type BillOfMaterials,
  type ContentMethod,
  type ContentWarning,
  contentMethods,
  isVehicle,
  type Part,
  type ProductClass,
  productClasses,
  type Vehicle,
  vehicles,
} from "./part.ts";
export type { Qualification, QualificationReason } from "./qualification.ts";
export { readBillOfMaterials } from "./read-bill.ts";
export { USMCA } from "./region.ts";
export {
  qualifies,
  type RegionalContentAnswer,
  type RegionalContentRow,
  type RegionalContentTier,
  regionalValueContent,
} from "./regional-value-content.ts";
export type { ContentOptions } from "./settings.ts";
export {
  type ContentThreshold,
  contentThresholds,
  ENTRY_INTO_FORCE,
  type ThresholdAnswer,
  thresholdOf,
  uncheckedThresholds,
} from "./thresholds.ts";
