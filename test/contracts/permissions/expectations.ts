/**
 * Who may call what: one row for every function of the ledger that changes something. Everybody who is not named is
 * refused for lack of right. A function without a row fails the test.
 */
import { ZeroHash } from "ethers";
import type { ContractName } from "../../../scripts/deploy/plan.ts";
import { anchorInput } from "../../support/anchor.ts";
import { END, SCHEMA, serviceInput, submissionKey } from "../../support/log/office.ts";
import { AGENCY, AUDIT_OFFICE, tag } from "../../support/people.ts";
import type { Actor, World } from "./world.ts";

export interface Row {
  /** arguments with which nothing but the caller's right is in question first */
  args: (w: World) => unknown[];
  allowed: Actor[] | "anyone";
  /** reverts that mean a lack of right for this function alone */
  refusedBy?: string[];
}

/** A revert without data. */
export const NO_REASON = "(no reason)";

const row = (allowed: Row["allowed"], args: Row["args"]): Row => ({ allowed, args });
const someone = "0x00000000000000000000000000000000000000aa";
const admin: Actor[] = ["Consortium"];

/** `setAuthority` of a managed contract: only its manager, that is, the consortium's vote through it. */
const setAuthority = row(["AccessManager"], () => [someone]);

const holders = {
  registrar: ["registrar"],
  publisher: ["Consortium"],
  authority: ["authority"],
  auditor: ["auditor"],
} satisfies Record<string, Actor[]>;

export const expectations: Record<ContractName, Record<string, Row>> = {
  AccessManager: {
    cancel: row(admin, (w) => [w.addressOf("Consortium"), w.addressOf("AccessManager"), grant(w)]),
    // Only a managed contract in the middle of a delayed call; accounts and other contracts cannot even answer.
    consumeScheduledOp: { ...row([], () => [someone, "0x12345678"]), refusedBy: [NO_REASON] },
    execute: row(admin, (w) => [w.addressOf("AccessManager"), grant(w)]),
    grantRole: row(admin, () => [1, someone, 0]),
    labelRole: row(admin, () => [1, "label"]),
    multicall: row(admin, (w) => [[grant(w)]]),
    renounceRole: row("anyone", (w) => [1, w.addressOf("stranger")]),
    revokeRole: row(admin, () => [1, someone]),
    schedule: row(admin, (w) => [w.addressOf("AccessManager"), grant(w), 0]),
    setGrantDelay: row(admin, () => [1, 1]),
    setRoleAdmin: row(admin, () => [1, 2]),
    setRoleGuardian: row(admin, () => [1, 2]),
    setTargetAdminDelay: row(admin, (w) => [w.addressOf("Directory"), 1]),
    setTargetClosed: row(admin, (w) => [w.addressOf("Directory"), true]),
    setTargetFunctionRole: row(admin, (w) => [w.addressOf("Directory"), ["0x12345678"], 1]),
    updateAuthority: row(admin, (w) => [w.addressOf("Directory"), someone]),
  },
  Consortium: {
    admitMember: row(admin, () => [90006, someone]),
    cancel: row(["member"], (w) => w.proposal),
    castVote: row("anyone", () => [1, 1]),
    castVoteBySig: row("anyone", () => [1, 1, someone, "0x"]),
    castVoteWithReason: row("anyone", () => [1, 1, ""]),
    castVoteWithReasonAndParams: row("anyone", () => [1, 1, "", "0x"]),
    castVoteWithReasonAndParamsBySig: row("anyone", () => [1, 1, someone, "", "0x", "0x"]),
    execute: row("anyone", (w) => w.proposal),
    onERC1155BatchReceived: row("anyone", () => [someone, someone, [], [], "0x"]),
    onERC1155Received: row("anyone", () => [someone, someone, 0, 0, "0x"]),
    onERC721Received: row("anyone", () => [someone, someone, 0, "0x"]),
    propose: row(["member"], () => [[someone], [0], ["0x"], "text"]),
    queue: row("anyone", (w) => w.proposal),
    relay: row(admin, () => [someone, 0, "0x"]),
    removeMember: row(admin, () => [90001]),
    replaceAccount: row(admin, () => [90001, someone]),
    setAccessManagerIgnored: row(admin, () => [someone, [], true]),
    setBaseDelaySeconds: row(admin, () => [1]),
    setProposalThreshold: row(admin, () => [1]),
    setVotingDelay: row(admin, () => [1]),
    setVotingPeriod: row(admin, () => [1]),
  },
  Directory: {
    publish: row(holders.publisher, (w) => [ZeroHash, w.addressOf("Directory")]),
    retire: row(holders.publisher, () => [ZeroHash, 1]),
    setAuthority,
  },
  AgencyRegistry: {
    enrolAgency: row(holders.registrar, () => [12345, "ก", "A", 10]),
    enrolOfficer: row(holders.registrar, () => [someone, AGENCY, 1, 0, 1, tag("new")]),
    reinstateAgency: row(holders.registrar, () => [AUDIT_OFFICE]),
    renameAgency: row(holders.registrar, () => [AGENCY, "ก", "A"]),
    revokeOfficer: row(holders.registrar, (w) => [w.officers.recorder.address]),
    suspendAgency: row(holders.registrar, () => [AGENCY]),
    setAuthority,
  },
  BudgetProjects: {
    activateProject: row(["budget"], (w) => [w.code]),
    addReference: row(["recorder"], (w) => [w.code, { scheme: ZeroHash, value: "" }]),
    auditProject: row(holders.auditor, (w) => [w.code, w.evidence]),
    cancelProject: row(["BudgetLines"], (w) => [w.code, someone, w.evidence]),
    closeCommitment: row(["BudgetCommitments"], (w) => [w.code]),
    completeProject: row(["budget"], (w) => [w.code, w.evidence]),
    draftProject: row(["recorder"], (w) => [AGENCY, w.year, w.evidence, []]),
    openCommitment: row(["BudgetCommitments"], (w) => [w.code]),
    registerProject: row(["approver1"], (w) => [w.code]),
    resumeProject: row(["budget"], (w) => [w.code, w.evidence]),
    reviseBrief: row(["recorder"], (w) => [w.code, w.evidence]),
    suspendProject: row(["budget"], (w) => [w.code, w.evidence]),
    setAuthority,
  },
  BudgetLines: {
    allot: row(["budget"], (w) => [w.line, 1]),
    appropriate: row(holders.authority, (w) => [w.code, w.year, tag("fund"), 1, 1, w.evidence]),
    cancelProject: row(["budget"], (w) => [w.code, w.evidence]),
    carryForward: row(["BudgetCommitments"], (w) => [w.line, w.commitment, 1]),
    changeCeiling: row(holders.authority, (w) => [w.year, 1, w.evidence]),
    closeLine: row(["budget"], (w) => [w.line]),
    closeYear: row(holders.authority, (w) => [w.year]),
    commit: row(["BudgetCommitments"], (w) => [w.line, w.commitment, 1]),
    openYear: row(holders.authority, (w) => [w.year]),
    pay: row(["BudgetDisbursements"], (w) => [w.line, w.request, 1]),
    planYear: row(holders.authority, (w) => [w.year, 1, w.evidence]),
    refund: row(["BudgetDisbursements"], (w) => [w.line, w.request, 1]),
    release: row(["BudgetCommitments"], (w) => [w.line, w.commitment, 1]),
    reserve: row(["BudgetDisbursements"], (w) => [w.line, w.request, 1]),
    revise: row(["budget"], (w) => [[{ fromLine: w.line, toLine: w.line, amount: 1 }], w.evidence]),
    unreserve: row(["BudgetDisbursements"], (w) => [w.line, w.request, 1]),
    withdrawAllotment: row(["budget"], (w) => [w.line, 1]),
    setAuthority,
  },
  BudgetCommitments: {
    acceptMilestone: row(["acceptor"], (w) => [1, 1, w.evidence]),
    activateCommitment: row(["approver1"], (w) => [w.commitment]),
    amendCommitment: row(["approver1"], (w) => [w.commitment, 1, [], [], w.evidence]),
    approveObligation: row(holders.authority, (w) => [w.code, 1, [], w.evidence]),
    cancelCommitment: row(["approver1"], (w) => [w.commitment, w.evidence]),
    carryForward: row(holders.authority, (w) => [w.commitment, w.line, 1, w.evidence]),
    completeCommitment: row(["approver1"], (w) => [w.commitment, w.evidence]),
    draw: row(["BudgetDisbursements"], (w) => [w.commitment, w.line, 0, 1]),
    fundCommitment: row(["budget"], (w) => [w.commitment, w.line, 1]),
    giveBack: row(["BudgetDisbursements"], (w) => [w.commitment, w.line, 0, 1]),
    recordCommitment: row(["recorder"], (w) => [commitment(w)]),
    rejectMilestone: row(["acceptor"], (w) => [1, w.evidence]),
    settle: row(["BudgetDisbursements"], (w) => [w.commitment, w.line, 1]),
    submitMilestone: row(["recorder"], (w) => [1, w.evidence]),
    terminateCommitment: row(["approver1"], (w) => [w.commitment, w.evidence]),
    undraw: row(["BudgetDisbursements"], (w) => [w.commitment, w.line, 0, 1]),
    setAuthority,
  },
  BudgetDisbursements: {
    approveFirst: row(["approver1"], (w) => [w.request]),
    approveSecond: row(["approver2"], (w) => [w.request]),
    pay: row(["treasury"], (w) => [w.request, w.evidence]),
    recordReturn: row(["treasury"], (w) => [w.request, 1, w.evidence]),
    reject: row(["approver1", "approver2", "treasury"], (w) => [w.request, w.evidence]),
    requestDisbursement: row(["recorder"], (w) => [w.commitment, w.line, 0, 1, w.evidence]),
  },
  BudgetFlags: {
    decide: row(holders.auditor, (w) => [1, 4, w.evidence]),
    markUnanswered: row("anyone", () => [1]),
    raiseFlag: row("anyone", (w) => [w.payload, w.citizen.address, w.signature]),
    reply: row(["recorder", "approver1", "approver2", "acceptor", "treasury", "budget"], (w) => [
      1,
      w.evidence,
    ]),
    startReview: row(holders.auditor, () => [1]),
  },
  ActionLog: {
    addGateway: row(["keeper"], (w) => [w.service, someone, 1, END]),
    addKey: row(["keeper"], (w) => [w.service, submissionKey("new")]),
    anchor: row(["gateway"], (w) => [w.service, 9, ZeroHash, ZeroHash, []]),
    anchorMany: row(["gateway"], (w) => [[anchoring(w)]]),
    changeTiming: row(["keeper"], (w) => [w.service, 0, 1]),
    cosign: row(["witness", "otherWitness"], (w) => [w.service, 5, ZeroHash, []]),
    defineActionType: row(["keeper"], (w) => [w.service, "complaint.closed", SCHEMA]),
    endGateway: row(["keeper"], (w) => [w.service, w.addressOf("gateway")]),
    endKey: row(["keeper"], (w) => [w.service, w.keyId]),
    heartbeat: row(["gateway"], (w) => [[w.service]]),
    registerService: row(holders.registrar, () => [serviceInput({ name: "th.go.first.new" })]),
    reinstateService: row(holders.registrar, (w) => [w.service]),
    reportMissedDeadline: row("anyone", (w) => [w.promise]),
    reportWrongLeaf: row("anyone", (w) => [w.promise, 0, ZeroHash, [], ZeroHash, []]),
    retireService: row(["keeper"], (w) => [w.service]),
    retitleService: row(["keeper"], (w) => [w.service, "ก", "A"]),
    suspendService: row(holders.registrar, (w) => [w.service]),
    withdrawActionType: row(["keeper"], (w) => [w.service, "complaint.created"]),
    setAuthority,
  },
  ImportAnchor: {
    anchorBatch: row(["importer", "otherImporter"], () => [anchorInput(9)]),
    supersede: row(["importer"], () => [1, 2]),
  },
};

/** An administrator's call that would take over everything; the consortium has scheduled it. */
export function grant(w: Pick<World, "interfaces">): string {
  return w.interfaces.AccessManager.encodeFunctionData("grantRole", [0, someone, 0]);
}

const anchoring = ({ service }: World) => ({
  service,
  newSize: 9,
  newRoot: ZeroHash,
  bundle: ZeroHash,
  consistencyProof: [],
});

function commitment(w: World) {
  return {
    code: w.code,
    kind: 0,
    contractNumber: ZeroHash,
    supplier: ZeroHash,
    value: 0,
    advanceCap: 0,
    obligationId: 0,
    award: w.evidence,
    allocations: [],
    milestones: [],
  };
}
