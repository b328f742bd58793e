import { builder } from "../core/builder.ts";
import type {
  CarryForwardRow,
  CommitmentRow,
  DisbursementRow,
  FiscalYearRow,
  FlagRow,
  LineRow,
  MilestoneRow,
  ObligationRow,
  ProjectRow,
  RevisionRow,
} from "../../read/rows/budget.ts";
import { connectionOf } from "../core/page.ts";

/** The budget's nodes point at each other; they are named here and filled in their own files. */
export const FiscalYear = builder.objectRef<FiscalYearRow>("FiscalYear");
export const Project = builder.objectRef<ProjectRow>("Project");
export const Line = builder.objectRef<LineRow>("Line");
export const Commitment = builder.objectRef<CommitmentRow>("Commitment");
export const Milestone = builder.objectRef<MilestoneRow>("Milestone");
export const Disbursement = builder.objectRef<DisbursementRow>("Disbursement");
export const Revision = builder.objectRef<RevisionRow>("Revision");
export const Obligation = builder.objectRef<ObligationRow>("Obligation");
export const CarryForward = builder.objectRef<CarryForwardRow>("CarryForward");
export const Flag = builder.objectRef<FlagRow>("Flag");

export const ProjectConnection = connectionOf("Project", Project);
export const LineConnection = connectionOf("Line", Line);
export const CommitmentConnection = connectionOf("Commitment", Commitment);
export const MilestoneConnection = connectionOf("Milestone", Milestone);
export const DisbursementConnection = connectionOf("Disbursement", Disbursement);
export const RevisionConnection = connectionOf("Revision", Revision);
export const ObligationConnection = connectionOf("Obligation", Obligation);
export const CarryForwardConnection = connectionOf("CarryForward", CarryForward);
export const FlagConnection = connectionOf("Flag", Flag);
