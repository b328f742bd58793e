import { increaseBps } from "../increase.ts";
import type { Finding } from "./finding.ts";

type Getter = { readonly contract: string; readonly method: string; readonly args: readonly unknown[] };

export interface SignalSource {
  /** Unix seconds of the block: what is overdue is so by then */
  readonly blockTime: number;
  /** answers of registers' getters as of the block, structs as objects; null where a register has no such entry */
  readonly read: (getters: readonly Getter[]) => Promise<readonly unknown[]>;
  /** every account that was enrolled as an officer's of this agency, for this person */
  readonly accounts: (agency: string, personTag: string) => Promise<readonly string[]>;
}

/** Recorder, approvers, acceptor and treasury: the bits of `Duty` that must be separate. */
const SEPARATE = 0b11111;
/** `Paid` and `Returned` of `IBudgetDisbursements.DisbursementState`. */
const PAID = new Set(["4", "6"]);

type Entry = Readonly<Record<string, unknown>>;
type Look = {
  readonly contract: string;
  readonly method: string;
  readonly inputs: (entry: Entry, source: SignalSource) => Promise<Finding["inputs"]> | Finding["inputs"];
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
    inputs: async ({ commitmentId, milestoneId, amount, state }, { read }) => {
      const commitment = { contract: "BudgetCommitments", method: "commitment", args: [commitmentId] };
      const [of] = (await read([commitment])) as ({ value: bigint } | null)[];
      return {
        milestoneId: String(milestoneId) === "0" ? null : String(milestoneId),
        amount: PAID.has(String(state)) ? String(amount) : null,
        value: of ? String(of.value) : null,
      };
    },
  },
  "milestone-overdue": {
    contract: "BudgetCommitments",
    method: "milestone",
    inputs: ({ dueAt, state }, { blockTime }) => ({
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

/** Duties that must be separate and that one person holds in one agency, by however many accounts. */
async function duties(agency: string, personTag: string, source: SignalSource): Promise<Finding | null> {
  const accounts = await source.accounts(agency, personTag);
  const getters = accounts.map((account) => ({
    contract: "AgencyRegistry",
    method: "officer",
    args: [account],
  }));
  const officers = ((await source.read(getters)) as (Officer | null)[]).filter(
    (officer) =>
      officer !== null &&
      String(officer.agency) === agency &&
      officer.personTag.toLowerCase() === personTag.toLowerCase() &&
      !officer.revoked &&
      (Number(officer.duties) & SEPARATE) > 0,
  );
  if (officers.length === 0) return null;
  const held = officers.reduce((all, officer) => all | Number(officer!.duties), 0) & SEPARATE;
  const inputs = { personTag, duties: String(bits(held)), accounts: String(officers.length) };
  return { about: agency, inputs };
}

/** Whether registers say what the rule looks at: whether a document can be had, they do not. */
export const isOfRegisters = (rule: string): boolean =>
  rule === "one-person-two-duties" || Object.hasOwn(looks, rule);

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
  if (!look) return personTag === null ? null : duties(about, personTag, source);
  const { contract, method } = look;
  const [entry] = await source.read([{ contract, method, args: [about] }]);
  return entry === null ? null : { about, inputs: await look.inputs(entry as Entry, source) };
}
