import type { Logger } from "pino";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { openBundle } from "../../../sdk/log/bundle/index.ts";
import { cosignData } from "../chain/action-log.ts";
import type { ActionLogChain } from "../chain/action-log.ts";
import type { Included, Sender } from "../chain/sender.ts";
import { proveBeginning } from "./beginning.ts";
import type { AnchorHistory, ServiceHistory } from "./history.ts";

const GAS = 400_000;
/** How often a cosignature is made anew in one look when the log grows between its proof and its block. */
const ATTEMPTS = 5;
/** The contract's refusal of a proof that does not lead to its head. */
const HEAD_MOVED = "ActionLogNotABeginning";
/** What may be right at the next look: the document is on its way, the node is away. */
const PASSING = /^(DOCUMENT_UNAVAILABLE$|RPC_|LOG_ANCHOR_)/;

export type WitnessOptions = {
  readonly chain: ActionLogChain;
  readonly history: AnchorHistory;
  /** account of an officer with the duty WITNESS */
  readonly sender: Sender;
  /** agency of that officer; its own services it does not cosign */
  readonly agency: number;
  readonly documents: ReadableDocuments;
  readonly logger: Logger;
};

/**
 * A witness agency: it reads nothing but chain and documents, hashes every entry of every new anchor, and puts on the chain
 * that its officer found the root right. What it cosigned itself before is not hashed again.
 */
export class Witness {
  readonly #options: WitnessOptions;
  /** verified sizes by service id */
  readonly #verified = new Map<string, number>();
  readonly #refused = new Map<string, string>();

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  /** Services that it will not cosign any more, with the code of the reason. */
  get refused(): ReadonlyMap<string, string> {
    return this.#refused;
  }

  /**
   * Verifies all that is new and cosigns it.
   *
   * @throws RpcError when the chain cannot be asked
   */
  async look(signal?: AbortSignal): Promise<void> {
    const { chain, history, agency } = this.#options;
    await history.read(signal);
    const services = [...history.services.values()].filter(
      (one) => one.agency !== agency && one.anchors.length > 0 && !this.#refused.has(one.name),
    );
    const sizes = await chain.cosignedSizes(
      agency,
      services.map(({ id }) => id),
      signal,
    );
    for (const [at, service] of services.entries()) await this.#serve(service, sizes[at]!, signal);
  }

  async #serve(service: ServiceHistory, cosigned: number, signal?: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#verify(service, cosigned, signal);
      await this.#cosign(service, cosigned, signal);
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      const { code, message } = error;
      const facts = { code, service: service.name, verified: this.#verified.get(service.id) ?? 0 };
      if (PASSING.test(code)) return logger.warn(facts, message);
      this.#refused.set(service.name, code);
      logger.error(facts, `not cosigned: ${message}`);
    }
  }

  async #verify({ id, anchors }: ServiceHistory, cosigned: number, signal?: AbortSignal): Promise<void> {
    const { documents } = this.#options;
    for (const anchored of anchors) {
      if (anchored.to <= Math.max(cosigned, this.#verified.get(id) ?? 0)) continue;
      const { entries } = await openBundle({ documents, ...(signal && { signal }) }, anchored);
      // Each is hashed and compared before it is given; there is nothing more to do with it.
      for await (const entry of entries()) void entry;
      this.#verified.set(id, anchored.to);
    }
  }

  /**
   * Cosigns what was verified. A log may be anchored every second, and hashing takes longer: the contract takes an earlier
   * size too, with the proof that the head of that moment begins with it.
   */
  async #cosign(service: ServiceHistory, cosigned: number, signal?: AbortSignal): Promise<void> {
    const { history, documents, sender, logger } = this.#options;
    const { id, name, anchors } = service;
    const size = this.#verified.get(id) ?? 0;
    if (size <= cosigned) return;
    const verified = anchors.find(({ to }) => to === size)!;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await history.read(signal);
      const proof = await proveBeginning({ documents, ...(signal && { signal }) }, anchors, verified);
      const data = cosignData(id, size, verified.root, proof);
      const refusal = await sender.refusal(data, signal);
      if (refusal && refusal.code !== HEAD_MOVED) throw refusal;
      const included = refusal ? undefined : await this.#send(data, signal);
      if (included) return logger.info({ service: name, size, ...included }, "cosigned");
    }
    const head = anchors.at(-1)!.to;
    logger.warn(
      { service: name, size, head, attempts: ATTEMPTS },
      "not cosigned yet: the log grew each time",
    );
  }

  /** Undefined when the contract refused it in its block, as it does when an anchor came before it there. */
  async #send(data: string, signal?: AbortSignal): Promise<Included | undefined> {
    try {
      return await this.#options.sender.send(data, GAS, signal);
    } catch (error) {
      if ((error as ProngsaiError).code !== "LOG_ANCHOR_REVERTED") throw error;
    }
  }
}
