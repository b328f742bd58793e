/** Rule 12: every call tells all it did, and every money event carries the line's counters after the change. */
import { expect } from "chai";
import type { Interface } from "ethers";
import { itLogs } from "../../support/budget/logs.ts";
import { ledger } from "../../support/ledger.ts";
import { commitmentLogs } from "./events/commitments.ts";
import { disbursementLogs } from "./events/disbursements.ts";
import { lineLogs } from "./events/lines.ts";
import { projectLogs } from "./events/projects.ts";

describe("the budget's log holds", () => {
  const seen = new Set<string>();
  describe("BudgetProjects", () => itLogs(projectLogs, seen));
  describe("BudgetLines", () => itLogs(lineLogs, seen));
  describe("BudgetCommitments", () => itLogs(commitmentLogs, seen));
  describe("BudgetDisbursements", () => itLogs(disbursementLogs, seen));

  // Comes last, when the tests above have played their calls.
  describe("altogether", () => {
    it("every event of its contracts", async () => {
      const { projects, lines, commitments, disbursements } = await ledger();
      const declared = new Set<string>();
      for (const { interface: abi } of [projects, lines, commitments, disbursements]) {
        (abi as unknown as Interface).forEachEvent(({ name }) => declared.add(name));
      }
      declared.delete("AuthorityUpdated"); // of OpenZeppelin's constructor
      expect([...seen]).to.have.members([...declared]);
    });
  });
});
