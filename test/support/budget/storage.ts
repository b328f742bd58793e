/** Reads the budget's state from the contracts' getters. */
import type { Result } from "ethers";
import { connection, type Ledger } from "../ledger.ts";
import { agencies, Duty, people } from "../people.ts";
import { expenseTypes, type Plain, type Snapshot } from "./snapshot.ts";

type ContractName = "projects" | "lines" | "commitments" | "disbursements";
type Fields = { [key: string]: Plain };

/** Every person who can become author of a brief, and every person who can accept. */
const tagsWith = (duty: number) => [
  ...new Set(
    Object.values(people)
      .filter(({ duties }) => duties & duty)
      .map(({ personTag }) => personTag),
  ),
];
const authors = tagsWith(Duty.RECORDER);
const acceptors = tagsWith(Duty.ACCEPTOR);

export interface References {
  /** scheme and value of every reference that any project was given */
  references: [string, string][];
}

export class Storage {
  readonly #ledger: Ledger;
  readonly #addresses: Record<string, string>;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    const { contracts } = ledger.description;
    this.#addresses = {
      projects: contracts.BudgetProjects!.address,
      lines: contracts.BudgetLines!.address,
      commitments: contracts.BudgetCommitments!.address,
      disbursements: contracts.BudgetDisbursements!.address,
    };
  }

  /** One entity by its key, e.g. `line 3`. */
  async entity(key: string, { references }: References = { references: [] }): Promise<Fields> {
    const [kind, id] = key.split(" ") as [string, string];
    switch (kind) {
      case "year":
        return this.#year(id);
      case "project":
        return this.#project(id, references);
      case "sequence":
        return { last: await this.#one("projects", "lastSequence", ...id.split("/")) };
      case "line":
        return plain(await this.#read("lines", "line", id));
      case "obligation":
        return this.#obligation(id);
      case "commitment":
        return this.#commitment(id);
      case "milestone":
        return this.#milestone(id);
      case "disbursement":
        return plain(await this.#read("disbursements", "disbursement", id));
      case "counts":
        return this.#counts();
      default:
        throw new Error(`no such entity: ${key}`);
    }
  }

  /** Everything under `keys`, and whatever else the counts say exists. */
  async snapshot(keys: Iterable<string>, more?: References): Promise<Snapshot> {
    const all = new Set(keys);
    const counts = await this.#counts();
    for (const [kind, name] of Object.entries(countedKinds)) {
      for (let id = 1n; id <= (counts[name] as bigint); id++) all.add(`${kind} ${id}`);
    }
    const entries = [...all].map(async (key) => [key, await this.entity(key, more)] as const);
    return new Map(await Promise.all(entries));
  }

  async #year(year: string): Promise<Fields> {
    const byType = expenseTypes.map((type) => this.#one("lines", "approvedByType", year, type));
    const byAgency = agencies.map(({ code }) => this.#one("lines", "approvedByAgency", year, code));
    return {
      ...plain(await this.#read("lines", "fiscalYear", year)),
      byType: await Promise.all(byType),
      byAgency: await Promise.all(byAgency),
    };
  }

  async #project(code: string, known: [string, string][]): Promise<Fields> {
    const isAuthor = authors.map((tag) => this.#one("projects", "isAuthor", code, tag));
    const has = known.map(([scheme, value]) => this.#one("projects", "hasReference", code, scheme, value));
    const wrote = await Promise.all(isAuthor);
    const referenced = await Promise.all(has);
    return {
      ...plain(await this.#read("projects", "project", code)),
      committed: await this.#one("lines", "committedOf", code),
      authors: authors.filter((_, index) => wrote[index]).sort(),
      references: known
        .filter((_, index) => referenced[index])
        .map((pair) => pair.join(" "))
        .sort(),
    };
  }

  async #obligation(id: string): Promise<Fields> {
    const [code, total, schedule] = await this.#call("commitments", "obligation", id);
    const years = (schedule as Result[]).map(([year, amount]) => [year as bigint, amount as bigint]);
    const uses = await Promise.all(
      years.map(([year]) => this.#call("commitments", "obligationUse", id, year)),
    );
    const [pledged] = await this.#call("commitments", "obligationUse", id, 0);
    return {
      code: code as string,
      total: total as bigint,
      schedule: years,
      pledged: pledged as bigint,
      bound: uses.map(([, bound]) => bound as bigint),
    };
  }

  async #commitment(id: string): Promise<Fields> {
    const lines = await this.#read("commitments", "allocationLines", id);
    const allocations: Fields = {};
    for (const line of lines as bigint[]) {
      allocations[String(line)] = [...(await this.#call("commitments", "allocation", id, line))] as bigint[];
    }
    return {
      ...plain(await this.#read("commitments", "commitment", id)),
      allocations,
      milestones: [...(await this.#read("commitments", "milestonesOf", id))] as bigint[],
    };
  }

  async #milestone(id: string): Promise<Fields> {
    const accepted = acceptors.map((tag) => this.#one("commitments", "isAcceptor", id, tag));
    const known = await Promise.all(accepted);
    return {
      ...plain(await this.#read("commitments", "milestone", id)),
      acceptors: acceptors.filter((_, index) => known[index]).sort(),
    };
  }

  async #counts(): Promise<Fields> {
    return {
      lines: await this.#one("lines", "lineCount"),
      revisions: await this.#one("lines", "revisionCount"),
      obligations: await this.#one("commitments", "obligationCount"),
      commitments: await this.#one("commitments", "commitmentCount"),
      milestones: await this.#one("commitments", "milestoneCount"),
      disbursements: await this.#one("disbursements", "disbursementCount"),
    };
  }

  async #read(contract: ContractName, method: string, ...args: unknown[]): Promise<Result> {
    return (await this.#call(contract, method, ...args))[0] as Result;
  }

  async #one(contract: ContractName, method: string, ...args: unknown[]): Promise<Plain> {
    return (await this.#call(contract, method, ...args))[0] as Plain;
  }

  async #call(contract: ContractName, method: string, ...args: unknown[]): Promise<Result> {
    const abi = this.#ledger[contract].interface;
    const data = abi.encodeFunctionData(method as never, args as never);
    const to = this.#addresses[contract];
    const answer = await connection.provider.request({
      method: "eth_call",
      params: [{ to, data }, "latest"],
    });
    return abi.decodeFunctionResult(method as never, answer as string);
  }
}

const countedKinds = {
  line: "lines",
  obligation: "obligations",
  commitment: "commitments",
  milestone: "milestones",
  disbursement: "disbursements",
};

function plain(result: Result): Fields {
  const fields = result.toObject() as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "object" ? plain(value as Result) : (value as Plain),
    ]),
  );
}
