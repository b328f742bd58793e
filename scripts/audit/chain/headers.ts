import { quantity } from "../../../sdk/verify/ask-block.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";
import { headerHash } from "./header-hash.ts";
import type { RpcHeader } from "./header-hash.ts";

const AT_A_TIME = 1_000;
/** Blocks that a sample takes besides those with events. */
const SAMPLE = 1_000;

export interface BlockFacts {
  readonly hash: string;
  /** Unix seconds */
  readonly time: bigint;
}

/**
 * The headers of the chain up to the audited block. Each one that is read is hashed anew, must name the one before it as
 * its parent and be no older.
 */
export class Headers {
  readonly #node: AuditNode;
  readonly #part: Part;
  readonly #known = new Map<number, BlockFacts & { readonly parent: string }>();
  readonly #wrong: { readonly block: number; readonly found: string; readonly expected: string }[] = [];

  constructor(node: AuditNode, part: Part) {
    this.#node = node;
    this.#part = part;
  }

  /** Reads every block from 0, or a sample with the first and the last. */
  async walk(fast: boolean): Promise<void> {
    const last = this.#node.block;
    const step = fast ? Math.max(1, Math.floor(last / SAMPLE)) : 1;
    const wanted: number[] = [];
    for (let block = 0; block < last; block += step) wanted.push(block);
    await this.#read([...wanted, last]);
    if (step > 1)
      this.#part.notes.push(
        `--fast: every ${step}th block of ${last + 1} and those with events; parents only where both were read`,
      );
  }

  /** Facts of these blocks, read when the sample left them out. */
  async of(blocks: Iterable<number>): Promise<ReadonlyMap<number, BlockFacts>> {
    const missing = [...new Set(blocks)].filter((block) => !this.#known.has(block));
    await this.#read(missing.sort((a, b) => a - b));
    return this.#known;
  }

  /** Reports what was found; to be called when no more blocks will be read. */
  finish(): void {
    // An engine may seal its blocks by another rule; one wrong header among right ones is something else.
    if (this.#known.size > 0 && this.#wrong.length === this.#known.size) {
      this.#part.open.push(
        "no block's hash follows from its header by Ethereum's rule: the engine has its own",
      );
    } else {
      for (const { block, ...sides } of this.#wrong)
        this.#part.finds("BLOCK_HASH", `block ${block}`, sides, { block });
    }
    for (const [block, { parent, time }] of this.#known) {
      const before = this.#known.get(block - 1);
      if (!before) continue;
      this.#part.count("parents");
      if (before.hash !== parent)
        this.#part.finds(
          "BLOCK_PARENT",
          `block ${block}`,
          { found: parent, expected: before.hash },
          { block },
        );
      if (before.time > time)
        this.#part.finds(
          "BLOCK_TIME",
          `block ${block}`,
          { found: time, expected: `≥ ${before.time}` },
          { block },
        );
    }
  }

  async #read(blocks: readonly number[]): Promise<void> {
    for (let from = 0; from < blocks.length; from += AT_A_TIME) {
      const some = blocks.slice(from, from + AT_A_TIME);
      const calls = some.map((block) => ({
        method: "eth_getBlockByNumber",
        params: [quantity(block), false],
      }));
      const headers = await this.#node.rpc.batch<(RpcHeader | null)[]>(calls);
      for (const [index, block] of some.entries()) this.#take(block, headers[index] ?? null);
    }
  }

  #take(block: number, header: RpcHeader | null): void {
    this.#part.count("blocks");
    if (!header || Number(header.number) !== block) {
      const found = header ? `block ${Number(header.number)}` : "nothing";
      this.#part.finds("BLOCK_MISSING", `block ${block}`, { found, expected: "its header" }, { block });
      return;
    }
    const { hash, parentHash, timestamp } = header;
    const expected = headerHash(header);
    if (hash.toLowerCase() !== expected)
      this.#wrong.push({ block, found: hash, expected: `${expected ?? "a whole header"} from its fields` });
    this.#known.set(block, {
      hash: hash.toLowerCase(),
      parent: parentHash.toLowerCase(),
      time: BigInt(timestamp),
    });
  }
}
