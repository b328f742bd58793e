/**
 * Who plays the demonstration year. Every agency and officer here is invented, and the keys are public: they come
 * from the phrase that every development chain uses, so nobody can mistake them for real ones.
 */
import { HDNodeWallet, keccak256, Mnemonic, toUtf8Bytes } from "ethers";

const PHRASE = "test test test test test test test test test test test junk";

const mnemonic = Mnemonic.fromPhrase(PHRASE);
export const account = (index: number) => HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);

export const duty = {
  recorder: 1,
  approver1: 2,
  approver2: 4,
  acceptor: 8,
  treasury: 16,
  budget: 32,
  budgetAuthority: 64,
  importer: 128,
  auditor: 256,
  services: 512,
  witness: 1024,
} as const;

export interface DemoAgency {
  code: number;
  nameTh: string;
  nameEn: string;
  /** ISO 3166-2:TH number */
  province: number;
}

export interface DemoOfficer {
  wallet: HDNodeWallet;
  agency: number;
  duties: number;
  /** pseudonym of the human behind the key */
  personTag: string;
  /** registration ends at this instant instead of at the end of fiscal year 2572 */
  until?: string;
}

export const agencies = {
  bureau: {
    code: 90001,
    nameTh: "สำนักงบประมาณ (สาธิต)",
    nameEn: "Budget Bureau (demonstration)",
    province: 10,
  },
  audit: {
    code: 90002,
    nameTh: "สำนักงานตรวจเงินแผ่นดิน (สาธิต)",
    nameEn: "State Audit Office (demonstration)",
    province: 10,
  },
  town: {
    code: 91001,
    nameTh: "เทศบาลตำบลดอนสาธิต",
    nameEn: "Don Sathit Subdistrict Municipality",
    province: 50,
  },
  hospital: { code: 91002, nameTh: "โรงพยาบาลชุมชนสาธิต", nameEn: "Sathit Community Hospital", province: 40 },
  school: { code: 91003, nameTh: "โรงเรียนบ้านทุ่งสาธิต", nameEn: "Ban Thung Sathit School", province: 84 },
} satisfies Record<string, DemoAgency>;

/** Pseudonym of the human behind a key. */
export const person = (name: string) => keccak256(toUtf8Bytes(`prongsai demonstration person ${name}`));

let next = 20;
function officer(agency: DemoAgency, duties: number, name: string, until?: string): DemoOfficer {
  return {
    wallet: account(next++),
    agency: agency.code,
    duties,
    personTag: person(`${agency.code} ${name}`),
    until,
  };
}

/** The six people that every spending agency needs, and the second key of one of them. */
function staff(agency: DemoAgency) {
  return {
    recorder: officer(agency, duty.recorder, "recorder"),
    approver1: officer(agency, duty.approver1, "first approver"),
    approver2: officer(agency, duty.approver2, "second approver"),
    acceptor: officer(agency, duty.acceptor, "acceptor"),
    treasury: officer(agency, duty.treasury, "treasury"),
    budget: officer(agency, duty.budget, "budget"),
    /** The first approver once more, under a second key: one human with two keys is still one human. */
    approver1Again: officer(agency, duty.approver2, "first approver"),
    /** Left the agency at New Year; the key still exists. */
    former: officer(agency, duty.recorder, "former recorder", "2025-01-01T00:00:00+07:00"),
  };
}

export const cast = {
  bureau: {
    authority: officer(agencies.bureau, duty.budgetAuthority, "authority"),
    importer: officer(agencies.bureau, duty.importer, "importer"),
  },
  audit: { auditor: officer(agencies.audit, duty.auditor, "auditor") },
  town: staff(agencies.town),
  hospital: staff(agencies.hospital),
  school: staff(agencies.school),
};

/** Accounts that hold no duty: they set up the ledger, relay for citizens, or are citizens. */
export const deployer = account(0);
export const registrar = account(1);
export const publisher = account(2);
export const relayer = account(3);
export const consortiumVoters = [4, 5, 6, 7, 8].map(account);
export const citizens = [10, 11, 12].map(account);

export const officers: DemoOfficer[] = Object.values(cast).flatMap((people) => Object.values(people));
