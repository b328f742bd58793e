import type { Table } from "../schema/table.ts";
import { block, event, evidence, journal, transaction } from "./chain.ts";
import { tables as ofRegisters } from "./registers.generated.ts";

/** Every table of the mirror: what the chain itself is made of, and the registers' own. */
export const tables = { block, transaction, event, evidence, journal, ...ofRegisters };

export type TableName = keyof typeof tables;

/** The same as a list. */
export const allTables: readonly Table[] = Object.values(tables);
