import type { Direction } from "./rows/common.ts";

/** All members are optional in the sense of `null | undefined`: absent means no restriction. */
type Maybe<T> = T | null | undefined;

export interface ProjectFilter {
  query?: Maybe<string>;
  agency?: Maybe<readonly number[]>;
  fiscalYear?: Maybe<readonly number[]>;
  state?: Maybe<readonly number[]>;
  province?: Maybe<readonly number[]>;
  expenseType?: Maybe<readonly number[]>;
  /** satang */
  minApproved?: Maybe<string>;
  maxApproved?: Maybe<string>;
  flagged?: Maybe<boolean>;
}

export type ProjectOrderField = "CODE" | "DRAFTED" | "CHANGED" | "APPROVED" | "COMMITTED" | "PAID";

export interface Order<Field extends string> {
  field: Field;
  direction: Direction;
}

/** Which part of the native ledger a list is restricted to. */
export interface NativeFilter {
  projectCode?: Maybe<string>;
  agency?: Maybe<readonly number[]>;
  fiscalYear?: Maybe<readonly number[]>;
  state?: Maybe<readonly number[]>;
  commitmentId?: Maybe<string>;
  lineId?: Maybe<string>;
  overdue?: Maybe<boolean>;
  unanswered?: Maybe<boolean>;
}

/** WAITING: past their clock first, then those that wait for an answer, each oldest first; then the rest, newest first. */
export type FlagOrder = "NEWEST" | "WAITING";

export interface ReportedFilter {
  query?: Maybe<string>;
  agency?: Maybe<readonly string[]>;
  province?: Maybe<readonly string[]>;
  method?: Maybe<readonly string[]>;
  fiscalYear?: Maybe<readonly number[]>;
  minBudget?: Maybe<string>;
  maxBudget?: Maybe<string>;
  /** rule of a red flag or code of an import note */
  flag?: Maybe<readonly string[]>;
  /** `egp` or `ocds` */
  source?: Maybe<readonly string[]>;
  importBatch?: Maybe<readonly number[]>;
}

export type ReportedOrderField = "RELEVANCE" | "ID" | "BUDGET" | "AGREED" | "DATE" | "TITLE";

export interface RedFlagFilter {
  rule?: Maybe<readonly string[]>;
  agency?: Maybe<readonly number[]>;
  agencyName?: Maybe<readonly string[]>;
  projectCode?: Maybe<string>;
  reportedProject?: Maybe<string>;
  fiscalYear?: Maybe<readonly number[]>;
}

export interface EventFilter {
  projectCode?: Maybe<string>;
  agency?: Maybe<number>;
  contract?: Maybe<readonly string[]>;
  name?: Maybe<readonly string[]>;
}

export type TotalsOrderField = "KEY" | "COUNT" | "BUDGET" | "AGREED" | "APPROPRIATED" | "PAID";

export interface ActionFilter {
  /** names of services */
  service?: Maybe<readonly string[]>;
  type?: Maybe<readonly string[]>;
  agency?: Maybe<readonly number[]>;
  subject?: Maybe<string>;
  submitter?: Maybe<string>;
  /** Unix milliseconds: not before, and before */
  from?: Maybe<number>;
  to?: Maybe<number>;
  /** replaced by a later entry, or standing */
  superseded?: Maybe<boolean>;
}

export type ActionOrderField = "HAPPENED" | "LOGGED";

export interface WitnessFilter {
  service?: Maybe<readonly string[]>;
  agency?: Maybe<readonly number[]>;
}
