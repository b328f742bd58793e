import { encodeBytes32String } from "ethers";
import { commitmentInput, expense, FUND, SUPPLIER, YEAR, YEAR_END } from "../../../support/budget/office.ts";
import { counters, inLog, logged, type Logged } from "../../../support/budget/logs.ts";
import type { Scene } from "../../../support/budget/refusals.ts";
import { document, noDocument } from "../../../support/document.ts";
import { AGENCY } from "../../../support/people.ts";

const doc = document("act on a commitment");
const year = BigInt(YEAR);
const due = BigInt(YEAR_END);
/** The scene's line. */
const usual = { approved: 20_000n, allotted: 10_000n, committed: 1_000n };
const approver = ({ office }: Scene) => office.commitments("approver1");

export const commitmentLogs: Logged[] = [
  logged("an obligation approved", async ({ office, code, officers }) => {
    const years = [
      { year: YEAR, amount: 30n },
      { year: YEAR + 1, amount: 70n },
    ];
    return [
      office.commitments("authority").approveObligation(code, 100n, years, doc),
      [
        "ObligationApproved",
        ...[1n, code, officers.authority.address, 100n],
        [
          [year, 30n],
          [year + 1n, 70n],
        ],
        inLog(doc),
      ],
    ];
  }),
  logged(
    "a commitment recorded over two lines with two milestones",
    async ({ office, code, line, officers }) => {
      const other = await office.line(code, 500n, expense.operations);
      await office.lines("budget").allot(other, 500n);
      const input = commitmentInput({
        code,
        kind: 1,
        contractNumber: encodeBytes32String("C-7/2568"),
        value: 700n,
        advanceCap: 700n,
        award: doc,
        allocations: [
          { lineId: line, amount: 200n },
          { lineId: other, amount: 500n },
        ],
        milestones: [
          { amount: 300n, dueAt: YEAR_END },
          { amount: 400n, dueAt: YEAR_END },
        ],
      });
      return [
        office.commitments("recorder").recordCommitment(input),
        [
          "CommitmentRecorded",
          ...[2n, code, officers.recorder.address, BigInt(AGENCY), 1n, year],
          ...[encodeBytes32String("C-7/2568"), SUPPLIER, 700n, 700n, 0n, inLog(doc)],
        ],
        ["CommitmentAllocated", 2n, line, 200n],
        ["LineCommitted", line, 2n, 200n, counters({ ...usual, committed: 1_200n })],
        ["CommitmentAllocated", 2n, other, 500n],
        ["LineCommitted", other, 2n, 500n, counters({ approved: 500n, allotted: 500n, committed: 500n })],
        ["MilestoneScheduled", 3n, 2n, 300n, due],
        ["MilestoneScheduled", 4n, 2n, 400n, due],
      ];
    },
  ),
  logged("a commitment activated, without evidence", async (scene) => {
    const { office, code, line, officers } = scene;
    const id = await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
    return [
      approver(scene).activateCommitment(id),
      ["CommitmentStateChanged", id, 1n, 2n, officers.approver1.address, inLog(noDocument)],
    ];
  }),
  logged("an amendment that raises value, share and milestones", async (scene) => {
    const { commitment, line, officers } = scene;
    const milestones = [
      { milestoneId: 2n, amount: 500n, dueAt: YEAR_END },
      { milestoneId: 0n, amount: 100n, dueAt: YEAR_END },
    ];
    return [
      approver(scene).amendCommitment(
        commitment,
        1_200n,
        [{ lineId: line, amount: 1_200n }],
        milestones,
        doc,
      ),
      [
        "CommitmentAmended",
        ...[commitment, officers.approver1.address, 1_000n, 1_200n, 1_000n, 2_000n, inLog(doc)],
      ],
      ["CommitmentAllocated", commitment, line, 1_200n],
      ["LineCommitted", line, commitment, 200n, counters({ ...usual, committed: 1_200n })],
      ["MilestoneChanged", 2n, commitment, 500n, due, 1n],
      ["MilestoneScheduled", 3n, commitment, 100n, due],
    ];
  }),
  logged("an amendment that lowers value and share and removes a milestone", async (scene) => {
    const { commitment, line, officers } = scene;
    return [
      approver(scene).amendCommitment(
        commitment,
        600n,
        [{ lineId: line, amount: 600n }],
        [{ milestoneId: 2n, amount: 0n, dueAt: YEAR_END }],
        doc,
      ),
      [
        "CommitmentAmended",
        ...[commitment, officers.approver1.address, 1_000n, 600n, 1_000n, 0n, inLog(doc)],
      ],
      ["CommitmentAllocated", commitment, line, 600n],
      ["LineReleased", line, commitment, 400n, counters({ ...usual, committed: 600n })],
      ["MilestoneChanged", 2n, commitment, 0n, due, 6n],
    ];
  }),
  logged("an amendment that leaves value and share as they were", async (scene) => {
    const { commitment, line, officers } = scene;
    const share = [{ lineId: line, amount: 1_000n }];
    return [
      approver(scene).amendCommitment(commitment, 1_000n, share, [], doc),
      [
        "CommitmentAmended",
        ...[commitment, officers.approver1.address, 1_000n, 1_000n, 1_000n, 0n, inLog(doc)],
      ],
    ];
  }),
  logged("a commitment funded further", async (scene) => {
    const { office, code, line } = scene;
    await office
      .commitments("authority")
      .approveObligation(code, 90n, [{ year: YEAR, amount: 90n }], document());
    const allocations = [{ lineId: line, amount: 40n }];
    const id = await office.commit({ code, value: 90n, obligationId: 1n, allocations });
    return [
      office.commitments("budget").fundCommitment(id, line, 50n),
      ["CommitmentAllocated", id, line, 90n],
      ["LineCommitted", line, id, 50n, counters({ ...usual, committed: 1_090n })],
    ];
  }),
  logged("a commitment completed, with what it did not need", async (scene) => {
    const { office, commitment, line, officers } = scene;
    await office.deliver(1n, 600n);
    await office.deliver(2n, 400n);
    await office.pay(commitment, line, 1n, 600n);
    return [
      approver(scene).completeCommitment(commitment, doc),
      ["CommitmentStateChanged", commitment, 2n, 3n, officers.approver1.address, inLog(doc)],
      ["CommitmentAllocated", commitment, line, 600n],
      ["LineReleased", line, commitment, 400n, counters({ ...usual, committed: 600n, paid: 600n })],
    ];
  }),
  logged("a commitment completed that cost all it was worth", async (scene) => {
    const { office, commitment, line, officers } = scene;
    await office.deliver(1n, 600n);
    await office.deliver(2n, 400n);
    await office.pay(commitment, line, 1n, 600n);
    await office.pay(commitment, line, 2n, 400n);
    return [
      approver(scene).completeCommitment(commitment, doc),
      ["CommitmentStateChanged", commitment, 2n, 3n, officers.approver1.address, inLog(doc)],
    ];
  }),
  logged("a commitment completed without a milestone that was removed", async (scene) => {
    const { office, commitment, line, officers } = scene;
    const milestones = [
      { milestoneId: 1n, amount: 1_000n, dueAt: YEAR_END },
      { milestoneId: 2n, amount: 0n, dueAt: YEAR_END },
    ];
    await approver(scene).amendCommitment(commitment, 1_000n, [], milestones, document());
    await office.deliver(1n, 1_000n);
    return [
      approver(scene).completeCommitment(commitment, doc),
      ["CommitmentStateChanged", commitment, 2n, 3n, officers.approver1.address, inLog(doc)],
      ["CommitmentAllocated", commitment, line, 0n],
      ["LineReleased", line, commitment, 1_000n, counters({ ...usual, committed: 0n })],
    ];
  }),
  logged("a commitment terminated", async (scene) => {
    const { commitment, line, officers } = scene;
    return [
      approver(scene).terminateCommitment(commitment, doc),
      ["CommitmentStateChanged", commitment, 2n, 4n, officers.approver1.address, inLog(doc)],
      ["CommitmentAllocated", commitment, line, 0n],
      ["LineReleased", line, commitment, 1_000n, counters({ ...usual, committed: 0n })],
    ];
  }),
  logged("a commitment cancelled before it was active", async (scene) => {
    const { office, code, line, officers } = scene;
    const id = await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
    return [
      approver(scene).cancelCommitment(id, doc),
      ["CommitmentStateChanged", id, 1n, 5n, officers.approver1.address, inLog(doc)],
      ["CommitmentAllocated", id, line, 0n],
      ["LineReleased", line, id, 5n, counters(usual)],
    ];
  }),
  logged("a milestone submitted", async ({ office, officers }) => [
    office.commitments("recorder").submitMilestone(1n, doc),
    ["MilestoneSubmitted", 1n, officers.recorder.address, inLog(doc)],
  ]),
  logged("a milestone accepted in part", async ({ office, officers }) => {
    await office.commitments("recorder").submitMilestone(1n, document());
    return [
      office.commitments("acceptor").acceptMilestone(1n, 200n, doc),
      ["MilestoneAccepted", 1n, officers.acceptor.address, 4n, 200n, inLog(doc)],
    ];
  }),
  logged("a milestone accepted to the end", async ({ office, officers }) => {
    await office.deliver(1n, 200n);
    await office.commitments("recorder").submitMilestone(1n, document());
    return [
      office.commitments("acceptor").acceptMilestone(1n, 400n, doc),
      ["MilestoneAccepted", 1n, officers.acceptor.address, 3n, 600n, inLog(doc)],
    ];
  }),
  logged("a milestone rejected", async ({ office, officers }) => {
    await office.commitments("recorder").submitMilestone(1n, document());
    return [
      office.commitments("acceptor").rejectMilestone(1n, doc),
      ["MilestoneRejected", 1n, officers.acceptor.address, inLog(doc)],
    ];
  }),
  logged("money carried into the next year's line", async ({ office, code, commitment, line, officers }) => [
    office.commitments("authority").carryForward(commitment, line, 300n, doc),
    ["CommitmentAllocated", commitment, line, 700n],
    ["LineCreated", 2n, code, year + 1n, BigInt(AGENCY), FUND, 3n, line],
    [
      "LineCarriedForward",
      ...[line, 2n, commitment, 300n],
      counters({ ...usual, committed: 700n, carriedOut: 300n }),
      counters({ carriedIn: 300n, allotted: 300n, committed: 300n }),
    ],
    ["CommitmentAllocated", commitment, 2n, 300n],
    ["CommitmentCarriedForward", commitment, line, 2n, officers.authority.address, 300n, inLog(doc)],
  ]),
];
