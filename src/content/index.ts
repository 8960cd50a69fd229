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
export { DE_MINIMIS, type Limit, METAL_PURCHASES } from "./limits.ts";
export { type BillFormat, billFormatOf, parseBillOfMaterials } from "./parse-bill.ts";
export {
  type BillOfMaterials,
  type ContentMethod,
  type ContentWarning,
  contentMethods,
  isCoveredVehicle,
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
  type RegionalContentAnswer,
  type RegionalContentRow,
  type RegionalContentTier,
  regionalValueContent,
} from "./regional-value-content.ts";
export type { ContentOptions } from "./settings.ts";
export type { Reading, RuleSource } from "./source.ts";
export { type ContentThreshold, contentThresholds } from "./threshold-table.ts";
export { ENTRY_INTO_FORCE, type ThresholdAnswer, thresholdOf } from "./thresholds.ts";
export {
  contentVerdict,
  qualifies,
  type Requirement,
  type RequirementName,
  type VerdictOptions,
} from "./verdict.ts";
export { unverifiedThreshold } from "./warnings.ts";
