/** Agencies and officers of the test ledger: somebody for every duty, and everybody who must be refused. */
import { keccak256, toUtf8Bytes } from "ethers";

/** Bits of `Duty` in contracts/access/IAgencyRegistry.sol. */
export const Duty = {
  RECORDER: 1,
  APPROVER_1: 2,
  APPROVER_2: 4,
  ACCEPTOR: 8,
  TREASURY: 16,
  BUDGET: 32,
  BUDGET_AUTHORITY: 64,
  IMPORTER: 128,
  AUDITOR: 256,
  SERVICES: 512,
  WITNESS: 1024,
} as const;

const ALL_BUT_AUDITOR = Object.values(Duty).reduce((all, duty) => all + duty, -Duty.AUDITOR);

export const AGENCY = 10001;
export const OTHER_AGENCY = 10002;
export const BUREAU = 90001;
export const AUDIT_OFFICE = 90002;

export const agencies = [
  { code: AGENCY, nameTh: "เทศบาลตำบลหนึ่ง", nameEn: "First Municipality", province: 50 },
  { code: OTHER_AGENCY, nameTh: "เทศบาลตำบลสอง", nameEn: "Second Municipality", province: 30 },
  { code: BUREAU, nameTh: "สำนักงบประมาณ", nameEn: "Budget Bureau", province: 10 },
  { code: AUDIT_OFFICE, nameTh: "สำนักงานการตรวจเงินแผ่นดิน", nameEn: "State Audit Office", province: 10 },
];

/** Pseudonym of a human. */
export const tag = (person: string) => keccak256(toUtf8Bytes(`test person ${person}`));

export interface Person {
  agency: number;
  duties: number;
  personTag: string;
  /** seconds from the fixture's start */
  validFrom?: number;
  validUntil?: number;
  revoked?: boolean;
}

const person = (agency: number, duties: number, name: string, more: Partial<Person> = {}): Person => ({
  agency,
  duties,
  personTag: tag(`${agency} ${name}`),
  ...more,
});

export const people = {
  recorder: person(AGENCY, Duty.RECORDER, "recorder"),
  approver1: person(AGENCY, Duty.APPROVER_1, "approver 1"),
  approver2: person(AGENCY, Duty.APPROVER_2, "approver 2"),
  acceptor: person(AGENCY, Duty.ACCEPTOR, "acceptor"),
  treasury: person(AGENCY, Duty.TREASURY, "treasury"),
  budget: person(AGENCY, Duty.BUDGET, "budget"),
  /** The recorder's second key, with every other duty of the agency: one human, two keys. */
  recorderAgain: person(AGENCY, 2 | 4 | 8 | 16 | 32, "recorder"),
  /** The first approver's second key, with every other duty of the agency. */
  approver1Again: person(AGENCY, 1 | 4 | 8 | 16 | 32, "approver 1"),
  approver2Again: person(AGENCY, 1 | 2 | 8 | 16 | 32, "approver 2"),
  acceptorAgain: person(AGENCY, 1 | 2 | 4 | 16 | 32, "acceptor"),
  otherRecorder: person(OTHER_AGENCY, Duty.RECORDER, "recorder"),
  otherApprover1: person(OTHER_AGENCY, Duty.APPROVER_1, "approver 1"),
  otherApprover2: person(OTHER_AGENCY, Duty.APPROVER_2, "approver 2"),
  otherAcceptor: person(OTHER_AGENCY, Duty.ACCEPTOR, "acceptor"),
  otherTreasury: person(OTHER_AGENCY, Duty.TREASURY, "treasury"),
  otherBudget: person(OTHER_AGENCY, Duty.BUDGET, "budget"),
  /** Holds every agency duty in the other agency. */
  otherAll: person(OTHER_AGENCY, 63, "all"),
  authority: person(BUREAU, Duty.BUDGET_AUTHORITY, "authority"),
  importer: person(BUREAU, Duty.IMPORTER, "importer"),
  otherImporter: person(OTHER_AGENCY, Duty.IMPORTER, "importer"),
  auditor: person(AUDIT_OFFICE, Duty.AUDITOR, "auditor"),
  /** An auditor of the agency itself, and the same human's key at the audit office. */
  ownAuditor: person(AGENCY, Duty.AUDITOR, "own auditor"),
  ownAuditorAgain: person(AUDIT_OFFICE, Duty.AUDITOR, "own auditor", {
    personTag: tag(`${AGENCY} own auditor`),
  }),
  /** Keepers of services. */
  keeper: person(AGENCY, Duty.SERVICES, "keeper"),
  otherKeeper: person(OTHER_AGENCY, Duty.SERVICES, "keeper"),
  /** Witnesses of two independent agencies, and one of the agency itself. */
  witness: person(AUDIT_OFFICE, Duty.WITNESS, "witness"),
  otherWitness: person(OTHER_AGENCY, Duty.WITNESS, "witness"),
  ownWitness: person(AGENCY, Duty.WITNESS, "witness"),
  /** Every duty but the auditor's, in an agency, but no longer or not yet in force. */
  revoked: person(AGENCY, ALL_BUT_AUDITOR, "revoked", { revoked: true }),
  expired: person(AGENCY, ALL_BUT_AUDITOR, "expired", { validUntil: -1 }),
  notYet: person(AGENCY, ALL_BUT_AUDITOR, "not yet", {
    validFrom: 50 * 365 * 86_400,
    validUntil: 60 * 365 * 86_400,
  }),
  revokedAuditor: person(AUDIT_OFFICE, Duty.AUDITOR, "revoked auditor", { revoked: true }),
  expiredAuditor: person(AUDIT_OFFICE, Duty.AUDITOR, "expired auditor", { validUntil: -1 }),
  revokedWitness: person(AUDIT_OFFICE, Duty.WITNESS, "revoked witness", { revoked: true }),
  expiredWitness: person(AUDIT_OFFICE, Duty.WITNESS, "expired witness", { validUntil: -1 }),
} satisfies Record<string, Person>;

export type PersonName = keyof typeof people;
