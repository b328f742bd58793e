import type { FieldProblem } from "./error-summary.tsx";

/** What is wrong with a field, for the field itself; undefined when nothing is. */
export const problemAt = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text;
