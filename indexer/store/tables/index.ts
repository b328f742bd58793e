import type { Table } from "../schema/table.ts";
import { agency, deployment, officer } from "./access.ts";
import { block, event, evidence, journal, transaction } from "./chain.ts";
import {
  allocation,
  amendment,
  carryForward,
  commitment,
  milestone,
  obligation,
  obligationYear,
} from "./commitments.ts";
import { disbursement, disbursementReturn } from "./disbursements.ts";
import { flag } from "./flags.ts";
import {
  importBatch,
  importReading,
  quarantinedRow,
  reportedContract,
  reportedFlag,
  reportedProject,
  reportedRow,
} from "./imports.ts";
import { fiscalYear, line, revision, revisionMove } from "./lines.ts";
import { brief, project, projectReference } from "./projects.ts";

/** Every table of the mirror. A new register adds its tables here. */
export const tables = {
  block,
  transaction,
  event,
  evidence,
  journal,
  agency,
  officer,
  deployment,
  fiscalYear,
  project,
  projectReference,
  brief,
  line,
  revision,
  revisionMove,
  obligation,
  obligationYear,
  commitment,
  allocation,
  amendment,
  milestone,
  carryForward,
  disbursement,
  disbursementReturn,
  flag,
  importBatch,
  importReading,
  reportedProject,
  reportedContract,
  reportedFlag,
  reportedRow,
  quarantinedRow,
};

export type TableName = keyof typeof tables;

/** The same as a list. */
export const allTables: readonly Table[] = Object.values(tables);
