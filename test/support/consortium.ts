/** Carries proposals of one call through the consortium's vote. */
import { AbiCoder, id, keccak256, type ContractTransactionResponse, type Signer } from "ethers";
import type { Consortium } from "../../sdk/generated/types/index.ts";
import { networkHelpers, timing } from "./ledger.ts";

export interface Proposal {
  target: string;
  data: string;
  description: string;
}

export class Vote {
  readonly id: bigint;
  #consortium: Consortium;
  #call: [string[], bigint[], string[]];
  #description: string;

  constructor(consortium: Consortium, { target, data, description }: Proposal) {
    this.#consortium = consortium;
    this.#call = [[target], [0n], [data]];
    this.#description = description;
    this.id = proposalId(this.#call, id(description));
  }

  state(): Promise<bigint> {
    return this.#consortium.state(this.id);
  }

  propose(by: Signer): Promise<ContractTransactionResponse> {
    return this.#consortium.connect(by).propose(...this.#call, this.#description);
  }

  queue(): Promise<ContractTransactionResponse> {
    return this.#consortium.queue(...this.#call, id(this.#description));
  }

  execute(): Promise<ContractTransactionResponse> {
    return this.#consortium.execute(...this.#call, id(this.#description));
  }

  cancel(by: Signer): Promise<ContractTransactionResponse> {
    return this.#consortium.connect(by).cancel(...this.#call, id(this.#description));
  }

  /** Proposes, lets all `voters` vote for it and queues. */
  async pass(voters: Signer[]): Promise<void> {
    await this.propose(voters[0]!);
    await networkHelpers.time.increase(timing.votingDelay + 1);
    for (const voter of voters) await this.#consortium.connect(voter).castVote(this.id, 1);
    await networkHelpers.time.increase(timing.votingPeriod);
    await this.queue();
  }
}

/** The whole way from proposal to execution. */
export async function enact(consortium: Consortium, voters: Signer[], proposal: Proposal) {
  const vote = new Vote(consortium, proposal);
  await vote.pass(voters);
  await networkHelpers.time.increase(timing.executionDelay);
  return vote.execute();
}

/** As `Governor.hashProposal`. */
function proposalId(call: [string[], bigint[], string[]], descriptionHash: string): bigint {
  const types = ["address[]", "uint256[]", "bytes[]", "bytes32"];
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(types, [...call, descriptionHash])));
}
