import type { FigureRequest, InputDeclaration, MetricParameters, RowSubject } from "./metric.ts";

export const exportInput: InputDeclaration<"exports"> = {
  name: "exports",
  title: "Exports",
  unit: "USD",
  required: true,
};

export const importInput: InputDeclaration<"imports"> = {
  name: "imports",
  title: "Imports",
  unit: "USD",
  required: true,
};

/** The two flows of the row's partners, for metrics that need no more. */
export function flowRequests(
  subject: RowSubject,
  parameters: MetricParameters,
): { exports: FigureRequest; imports: FigureRequest } {
  const request = { ...subject, product: parameters.product };
  return { exports: { ...request, of: "exports" }, imports: { ...request, of: "imports" } };
}
