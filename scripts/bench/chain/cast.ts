/** Who acts in the measured chain: invented agencies, and the public keys of development chains for their officers. */
import { keccak256, toUtf8Bytes } from "ethers";
import { duty } from "../../demo/cast.ts";

export interface Agency {
  code: number;
  province: number;
  recorder: string;
  approver1: string;
  approver2: string;
  acceptor: string;
  treasury: string;
  budget: string;
}

export interface Cast {
  deployer: string;
  registrar: string;
  voters: { agency: number; account: string }[];
  agencies: Agency[];
  authority: string;
  auditor: string;
}

export interface Enrolment {
  account: string;
  agency: number;
  duties: number;
  personTag: string;
}

const BUREAU = 90001;
const AUDIT_OFFICE = 90002;
const duties = ["recorder", "approver1", "approver2", "acceptor", "treasury", "budget"] as const;

export const accountsFor = (agencies: number): number => 7 + agencies * duties.length;

/** @param accounts `accountsFor(agencies)` addresses that can sign */
export function castOf(accounts: readonly string[], agencies: number): Cast {
  const [deployer, registrar, authority, auditor, ...rest] = accounts as [string, string, string, string];
  const voters = rest.splice(0, 3).map((account, i) => ({ agency: BUREAU + i, account }));
  return {
    deployer,
    registrar,
    voters,
    authority,
    auditor,
    agencies: Array.from({ length: agencies }, (_, i) => {
      const officers = Object.fromEntries(duties.map((name) => [name, rest.shift()!]));
      return { code: 20_001 + i, province: 30 + (i % 20), ...officers } as Agency;
    }),
  };
}

export function enrolments(cast: Cast): Enrolment[] {
  const officer = (account: string, agency: number, duties: number, name: string) => ({
    account,
    agency,
    duties,
    personTag: keccak256(toUtf8Bytes(`bench person ${agency} ${name}`)),
  });
  return [
    officer(cast.authority, BUREAU, duty.budgetAuthority, "authority"),
    officer(cast.auditor, AUDIT_OFFICE, duty.auditor, "auditor"),
    ...cast.agencies.flatMap((agency) =>
      duties.map((name) => officer(agency[name], agency.code, duty[name], name)),
    ),
  ];
}

export const offices = [
  { code: BUREAU, province: 10 },
  { code: AUDIT_OFFICE, province: 10 },
];
