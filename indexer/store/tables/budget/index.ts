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

export const tables = {
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
