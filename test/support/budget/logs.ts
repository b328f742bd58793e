/** What calls leave in the budget's log while money is spent. */
import type { TestDocument } from "../document.ts";
import { logsIn, type Logged as LoggedIn } from "../logs.ts";
import { spending } from "./office.ts";
import type { Scene } from "./refusals.ts";
import { counterNames, type Counters } from "./snapshot.ts";

export type Logged = LoggedIn<Scene>;

export const { logged, itLogs } = logsIn<Scene>(
  spending,
  ({ projects, lines, commitments, disbursements }) => [projects, lines, commitments, disbursements],
);

/** A document as events carry it. */
export const inLog = ({ cid, digest, date }: TestDocument) => [cid, digest, BigInt(date)];

/** Counters as events carry them; those not named are zero. */
export const counters = (named: Partial<Counters>) => counterNames.map((name) => named[name] ?? 0n);
