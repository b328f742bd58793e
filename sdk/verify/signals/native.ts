import { decodeBytes32Text } from "../../bytes32.ts";
import { increaseBps } from "../increase.ts";
import type { Finding } from "./finding.ts";

type Getter = { readonly contract: string; readonly method: string; readonly args: readonly unknown[] };

export interface SignalSource {
  /** Unix seconds of the block: what is overdue is so by then */
  readonly blockTime: number;
  /** answers of registers' getters as of the block, structs as objects; null where a register has no such entry */
  readonly read: (getters: readonly Getter[]) => Promise<readonly unknown[]>;
  /** every account that was enrolled as an officer's, of this agency and for this person where they are named */
  readonly accounts: (agency: string | null, personTag: string | null) => Promise<readonly string[]>;
}

/** Recorder, approvers, acceptor and treasury: the bits of `Duty` that must be separate. */
const SEPARATE = 0b11111;
/** `Paid` and `Returned` of `IBudgetDisbursements.DisbursementState`. */
const PAID = new Set(["4", "6"]);

type Entry = Readonly<Record<string, unknown>>;
type Look = {
  readonly contract: string;
  /** getter of an entry; with `Count` behind it, of how many there are */
  readonly method: string;
  /** another entry that the rule looks at */
  readonly besides?: (entry: Entry) => Getter;
  readonly inputs: (entry: Entry, blockTime: number, other: Entry | null) => Finding["inputs"];
};

/** Rules that look at one entry of a register. */
const looks: Readonly<Record<string, Look>> = {
  "cumulative-amendment": {
    contract: "BudgetCommitments",
    method: "commitment",
    inputs: ({ value, originalValue }) => ({
      increaseBps: String(increaseBps({ value, originalValue })),
      originalValue: String(originalValue),
      value: String(value),
    }),
  },
  "payment-before-acceptance": {
    contract: "BudgetDisbursements",
    method: "disbursement",
    besides: ({ commitmentId }) => ({
      contract: "BudgetCommitments",
      method: "commitment",
      args: [commitmentId],
    }),
    inputs: ({ milestoneId, amount, state }, _blockTime, commitment) => ({
      milestoneId: String(milestoneId) === "0" ? null : String(milestoneId),
      amount: PAID.has(String(state)) ? String(amount) : null,
      value: commitment ? String(commitment["value"]) : null,
    }),
  },
  "milestone-overdue": {
    contract: "BudgetCommitments",
    method: "milestone",
    inputs: ({ dueAt, state }, blockTime) => ({
      dueAt: String(dueAt),
      asOf: String(blockTime),
      state: String(state),
    }),
  },
  "line-in-and-out": {
    contract: "BudgetLines",
    method: "line",
    inputs: ({ counters }) => {
      const { adjIn, adjOut } = counters as { adjIn: bigint; adjOut: bigint };
      return { adjIn: String(adjIn), adjOut: String(adjOut) };
    },
  },
  "paid-above-contract": {
    contract: "BudgetCommitments",
    method: "commitment",
    inputs: ({ paid, returned, value }) => ({
      paid: String(paid),
      returned: String(returned),
      value: String(value),
    }),
  },
};

type Officer = {
  readonly agency: bigint;
  readonly duties: bigint;
  readonly revoked: boolean;
  readonly personTag: string;
};

const bits = (number: number) => [...number.toString(2)].filter((bit) => bit === "1").length;

/** Duties that must be separate and that each person holds in each agency, by however many accounts. */
async function duties(accounts: readonly string[], { read }: SignalSource): Promise<Finding[]> {
  const getters = [...new Set(accounts)].map((account) => ({
    contract: "AgencyRegistry",
    method: "officer",
    args: [account],
  }));
  const held = new Map<string, Officer[]>();
  for (const officer of (await read(getters)) as (Officer | null)[]) {
    if (officer === null || officer.revoked || (Number(officer.duties) & SEPARATE) === 0) continue;
    const person = `${officer.agency}|${officer.personTag.toLowerCase()}`;
    held.set(person, [...(held.get(person) ?? []), officer]);
  }
  return [...held.values()].map((officers) => {
    const { agency, personTag } = officers[0]!;
    const together = officers.reduce((all, officer) => all | Number(officer.duties), 0) & SEPARATE;
    const inputs = { personTag, duties: String(bits(together)), accounts: String(officers.length) };
    return { about: String(agency), inputs };
  });
}

const isOfPerson = (personTag: string) => (finding: Finding) =>
  finding.inputs["personTag"]?.toLowerCase() === personTag.toLowerCase();

/** What the rule looks at, of the entries of these numbers; what is no entry is left out. */
async function findingsOf(look: Look, numbers: readonly string[], source: SignalSource): Promise<Finding[]> {
  const { contract, method, besides } = look;
  const getters = numbers.map((number) => ({ contract, method, args: [number] }));
  const entries = ((await source.read(getters)) as (Entry | null)[]).flatMap((entry, index) =>
    entry === null ? [] : [{ about: numbers[index]!, entry }],
  );
  const others = besides ? await source.read(entries.map(({ entry }) => besides(entry))) : [];
  return entries.map(({ about, entry }, index) => ({
    about,
    inputs: look.inputs(entry, source.blockTime, (others[index] ?? null) as Entry | null),
  }));
}

const PERSONS = "one-person-two-duties";

/** Whether registers say what the rule looks at: whether a document can be had, they do not. */
export const isOfRegisters = (rule: string): boolean => rule === PERSONS || Object.hasOwn(looks, rule);

/**
 * What a rule over the ledger looks at, read anew from the registers; the rule's own function says whether it holds.
 *
 * @param rule one of which `isOfRegisters` is true
 * @param about number of the entry, or code of the agency
 * @param personTag of whom, where the rule looks at a person
 * @returns null when there is no such entry
 */
export async function nativeFinding(
  rule: string,
  about: string,
  personTag: string | null,
  source: SignalSource,
): Promise<Finding | null> {
  const look = looks[rule];
  if (look) return (await findingsOf(look, [about], source))[0] ?? null;
  if (personTag === null) return null;
  const found = await duties(await source.accounts(about, personTag), source);
  return found.find((finding) => finding.about === about && isOfPerson(personTag)(finding)) ?? null;
}

/**
 * What a rule looks at of everything that the registers hold.
 *
 * @param rule one of which `isOfRegisters` is true
 * @param most entries that are read one by one
 */
export async function nativeFindings(
  rule: string,
  source: SignalSource,
  most: number,
): Promise<{ readonly findings: readonly Finding[] } | { readonly tooMany: number }> {
  const look = looks[rule];
  if (!look) {
    const accounts = await source.accounts(null, null);
    return accounts.length > most
      ? { tooMany: accounts.length }
      : { findings: await duties(accounts, source) };
  }
  const { contract, method } = look;
  const [total] = await source.read([{ contract, method: `${method}Count`, args: [] }]);
  if (Number(total) > most) return { tooMany: Number(total) };
  const numbers = Array.from({ length: Number(total) }, (_, index) => String(index + 1));
  return { findings: await findingsOf(look, numbers, source) };
}

/**
 * The code of the project that the entry which a rule looks at belongs to, as the registers have it.
 *
 * @returns null where the rule looks at no entry of a project, or where there is none
 */
export async function projectOfFinding(
  rule: string,
  about: string,
  { read }: SignalSource,
): Promise<string | null> {
  const look = looks[rule];
  if (!look) return null;
  const { contract, method } = look;
  const [entry] = (await read([{ contract, method, args: [about] }])) as (Entry | null)[];
  if (!entry) return null;
  const id = entry["commitmentId"];
  const getter = { contract: "BudgetCommitments", method: "commitment", args: [id] };
  const owner = id === undefined ? entry : ((await read([getter]))[0] as Entry | null);
  return owner ? decodeBytes32Text(String(owner["code"])) : null;
}
