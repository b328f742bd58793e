import { encodeBytes32Text } from "../bytes32.ts";

/** Which lines of the ledger a sum is of: those of which all that is named holds; of all lines when nothing is. */
export interface LineScope {
  /** fiscal year of the Buddhist era */
  readonly year?: number;
  /** code of the agency */
  readonly agency?: number;
  /** code of the project */
  readonly code?: string;
  /** as the contract numbers expense types, from 1 */
  readonly expenseType?: number;
}

/** What `BudgetLines.line` tells of a line, as far as a scope looks at it. */
export interface ScopedLine {
  readonly code: string;
  readonly agency: bigint;
  readonly year: bigint;
  readonly expenseType: bigint;
}

/** Whether a sum of this scope counts the line. */
export function isInScope(line: ScopedLine, { year, agency, code, expenseType }: LineScope): boolean {
  return (
    (year === undefined || Number(line.year) === year) &&
    (agency === undefined || Number(line.agency) === agency) &&
    (code === undefined || line.code.toLowerCase() === encodeBytes32Text(code)) &&
    (expenseType === undefined || Number(line.expenseType) === expenseType)
  );
}
