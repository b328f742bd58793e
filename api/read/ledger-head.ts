import { RpcClient } from "../../sdk/rpc.ts";

/** How often the node is asked, and how long its answer is waited for (milliseconds). */
const EVERY = 1_000;
const ANSWER_WITHIN = 5_000;
/** After so many milliseconds an index that keeps up has a block. */
const KEEPS_UP_WITHIN = 10_000;

/**
 * How far the chain is by its node, which the index's own word is measured against: an index that hangs believes that it
 * stands at the head.
 */
export class LedgerHead {
  readonly #rpc: RpcClient;
  /** newest blocks as they were seen, oldest first, and when (milliseconds of a clock that nobody sets) */
  readonly #seen: { readonly block: number; readonly at: number }[] = [];
  #due = -1;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(rpcUrl: string) {
    this.#rpc = new RpcClient(rpcUrl, { timeout: ANSWER_WITHIN });
  }

  /** The block that an index must have by now; −1 while that is not known. A node that is away asks for nothing more. */
  get due(): number {
    const before = performance.now() - KEEPS_UP_WITHIN;
    while (this.#seen[0] && this.#seen[0].at <= before) this.#due = this.#seen.shift()!.block;
    return this.#due;
  }

  start(): void {
    const look = async () => {
      await this.#look();
      if (this.#closed) return;
      this.#timer = setTimeout(() => void look(), EVERY);
      this.#timer.unref();
    };
    void look();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    let block: number;
    try {
      block = Number(await this.#rpc.call<string>("eth_blockNumber"));
    } catch {
      return;
    }
    const newest = this.#seen.at(-1)?.block ?? this.#due;
    // Blocks were taken back, or it is another node, which is behind: what was seen asks for too much.
    if (block < newest) {
      this.#seen.length = 0;
      this.#due = Math.min(this.#due, block);
    }
    if (block !== newest) this.#seen.push({ block, at: performance.now() });
  }
}
