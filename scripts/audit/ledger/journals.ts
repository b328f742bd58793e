import { eventTopic } from "../../../sdk/abi-event.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { dynamicHeadSlots, emptyJournalRoot, foldJournal, journalEntry } from "../../../sdk/journal.ts";
import { registerInterface } from "../../../sdk/replay/index.ts";
import { journalEvents } from "../../../sdk/registers.ts";
import type { RegisterName } from "../../../sdk/registers.ts";
import type { RpcLog } from "../../../sdk/verify/read-logs.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";

/** A journal folded from the events that the node gave. */
export class FoldedJournal {
  readonly register: RegisterName;
  readonly address: string;
  readonly #slots: ReadonlyMap<string, readonly number[]>;
  /** Count and root after the last event of each block that had any, in the order of the chain. */
  readonly #marks: { readonly block: number; count: bigint; root: string }[] = [];
  #root = emptyJournalRoot();
  #count = 0n;

  constructor(register: RegisterName, address: string) {
    this.register = register;
    this.address = address;
    this.#slots = new Map(
      journalEvents(register).map((event) => [eventTopic(event), dynamicHeadSlots(event)]),
    );
  }

  get count(): bigint {
    return this.#count;
  }

  get root(): string {
    return toHex(this.#root);
  }

  /** Folds a log. @returns whether it belongs to the journal. @throws when it cannot be a log of this register */
  fold({ topics, data, blockNumber }: RpcLog): boolean {
    const slots = this.#slots.get(topics[0]?.toLowerCase() ?? "");
    if (!slots) return false;
    const words = topics.map((topic) => fromHex(topic, 32));
    this.#root = foldJournal(this.#root, journalEntry(words, fromHex(data), slots));
    this.#count++;
    const block = Number(blockNumber);
    if (this.#marks.at(-1)?.block === block) this.#marks.pop();
    this.#marks.push({ block, count: this.#count, root: this.root });
    return true;
  }

  /** Compares with what the contract says of itself; names the block of the first difference where the node can. */
  async check(node: AuditNode, part: Part): Promise<void> {
    part.count("journals");
    const told = await this.#onChain(node, node.block);
    if (told && told.count === this.#count && told.root === this.root) return;
    const code = told?.count === this.#count ? "JOURNAL_ROOT" : "JOURNAL_COUNT";
    const shown = (count: bigint, root: string) => `${count} events, root ${root}`;
    const block = told ? await this.#firstDifference(node) : undefined;
    const place = block === undefined ? {} : { block };
    const expected = told ? shown(told.count, told.root) : "journal() of the contract";
    part.finds(code, this.register, { found: shown(this.#count, this.root), expected }, place);
  }

  /** The first block after which the fold and the contract disagree, by halving; needs a node that keeps old states. */
  async #firstDifference(node: AuditNode): Promise<number | undefined> {
    let [good, bad] = [0, node.block];
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      const told = await this.#onChain(node, middle);
      if (!told) return undefined;
      const own = this.#at(middle);
      if (told.count === own.count && told.root === own.root) good = middle;
      else bad = middle;
    }
    return bad;
  }

  #at(block: number): { readonly count: bigint; readonly root: string } {
    const mark = this.#marks.findLast((each) => each.block <= block);
    return mark ?? { count: 0n, root: toHex(emptyJournalRoot()) };
  }

  async #onChain(node: AuditNode, block: number) {
    const abi = registerInterface(this.register);
    const answer = await node.read({ address: this.address, abi, method: "journal", args: [] }, block);
    if ("refused" in answer)
      return block < node.block ? { count: 0n, root: toHex(emptyJournalRoot()) } : null;
    const [count, root] = answer.values as [bigint, string];
    return { count, root: root.toLowerCase() };
  }
}
