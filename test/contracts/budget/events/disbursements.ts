import { counters, inLog, logged, type Logged } from "../../../support/budget/logs.ts";
import { document } from "../../../support/document.ts";

const doc = document("act on a payment");
/** The scene's line. */
const usual = { approved: 20_000n, allotted: 10_000n, committed: 1_000n };

export const disbursementLogs: Logged[] = [
  logged("a payment requested for a milestone", async ({ office, commitment, line, officers }) => {
    await office.deliver(1n, 600n);
    return [
      office.disbursements("recorder").requestDisbursement(commitment, line, 1n, 600n, doc),
      ["DisbursementRequested", ...[1n, commitment, line, 1n, officers.recorder.address, 600n, inLog(doc)]],
      ["LineReserved", line, 1n, 600n, counters({ ...usual, requested: 600n })],
    ];
  }),
  logged("an advance requested up to its cap", async ({ office, commitment, line, officers }) => [
    office.disbursements("recorder").requestDisbursement(commitment, line, 0n, 150n, doc),
    ["DisbursementRequested", ...[1n, commitment, line, 0n, officers.recorder.address, 150n, inLog(doc)]],
    ["LineReserved", line, 1n, 150n, counters({ ...usual, requested: 150n })],
  ]),
  logged("a first approval", async ({ office, commitment, line, officers }) => {
    const id = await office.request(commitment, line, 0n, 100n);
    return [
      office.disbursements("approver1").approveFirst(id),
      ["DisbursementApprovedFirst", id, officers.approver1.address],
    ];
  }),
  logged("a second approval", async ({ office, commitment, line, officers }) => {
    const id = await office.request(commitment, line, 0n, 100n);
    await office.disbursements("approver1").approveFirst(id);
    return [
      office.disbursements("approver2").approveSecond(id),
      ["DisbursementApprovedSecond", id, officers.approver2.address],
    ];
  }),
  logged("a payment", async ({ office, commitment, line, officers }) => {
    const id = await office.request(commitment, line, 0n, 100n);
    await office.approve(id);
    return [
      office.disbursements("treasury").pay(id, doc),
      ["DisbursementPaid", id, officers.treasury.address, 100n, inLog(doc)],
      ["LinePaid", line, id, 100n, counters({ ...usual, paid: 100n })],
    ];
  }),
  logged("a rejection, with the state before", async ({ office, commitment, line, officers }) => {
    const id = await office.request(commitment, line, 0n, 100n);
    await office.disbursements("approver1").approveFirst(id);
    return [
      office.disbursements("approver2").reject(id, doc),
      ["DisbursementRejected", id, officers.approver2.address, 2n, inLog(doc)],
      ["LineUnreserved", line, id, 100n, counters(usual)],
    ];
  }),
  logged("a second return, of all that was left", async ({ office, commitment, line, officers }) => {
    const id = await office.pay(commitment, line, 0n, 100n);
    await office.disbursements("treasury").recordReturn(id, 30n, document());
    return [
      office.disbursements("treasury").recordReturn(id, 70n, doc),
      ["DisbursementReturned", id, officers.treasury.address, 70n, 100n, 6n, inLog(doc)],
      ["LineRefunded", line, id, 70n, counters({ ...usual, paid: 100n, returned: 100n })],
    ];
  }),
  logged("a return after the end of the commitment, which frees the line", async (scene) => {
    const { office, commitment, line, officers } = scene;
    const id = await office.pay(commitment, line, 0n, 100n);
    await office.commitments("approver1").terminateCommitment(commitment, document());
    return [
      office.disbursements("treasury").recordReturn(id, 40n, doc),
      ["DisbursementReturned", id, officers.treasury.address, 40n, 40n, 4n, inLog(doc)],
      ["LineRefunded", line, id, 40n, counters({ ...usual, committed: 100n, paid: 100n, returned: 40n })],
      ["CommitmentAllocated", commitment, line, 60n],
      [
        "LineReleased",
        line,
        commitment,
        40n,
        counters({ ...usual, committed: 60n, paid: 100n, returned: 40n }),
      ],
    ];
  }),
];
