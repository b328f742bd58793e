import { HDNodeWallet, id, NonceManager, toUtf8Bytes } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { publishBundle } from "../../../sdk/log/bundle/index.ts";
import { ed25519Signer, logOrigin, signCheckpoint } from "../../../sdk/log/checkpoint/index.ts";
import { signRoot } from "../../../sdk/log/cose/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { leafHash } from "../../../sdk/merkle.ts";
import { buildEntryBundle, TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import { MemoryTiles, readConsistency, readRoot, TiledTree } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import type { DemoFixture } from "../demo-fixture.ts";
import { publishedActions } from "./published.ts";

/** The gateway of a service of the demonstration's logs, as `demo-log.ts` makes it. */
export const gatewayOf = (service: string) =>
  HDNodeWallet.fromSeed(toUtf8Bytes(`prongsai test log ${service} gateway`.padEnd(64, ".").slice(0, 64)));

export interface Anchoring {
  readonly size: number;
  readonly root: string;
  readonly bundle: string;
  readonly block: number;
}

/** Goes on with a service's log where the demonstration left it. */
export class FurtherEntries {
  readonly #demo: DemoFixture;
  readonly #service: string;
  readonly #entries: Uint8Array[];
  /** a record of the service, for what new ones have in common with it */
  readonly last: ActionRecord;
  #anchored: number;

  private constructor(demo: DemoFixture, service: string, entries: Uint8Array[], last: ActionRecord) {
    this.#demo = demo;
    this.#service = service;
    this.#entries = entries;
    this.#anchored = entries.length;
    this.last = last;
  }

  static async of(demo: DemoFixture, service: string): Promise<FurtherEntries> {
    const published = (await publishedActions(demo)).filter((one) => one.service === service);
    const entries = published.map(({ text }) => Buffer.from(text) as Uint8Array);
    return new FurtherEntries(demo, service, entries, published.at(-1)!.record);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Adds a record like the last one. @returns its index */
  add(changes: Partial<ActionRecord>): number {
    const clientSeq = this.#entries.length + 1;
    return this.addBytes(sealRecord({ ...this.last, ...changes, clientSeq }).bytes);
  }

  /** Adds whatever bytes. @returns their index */
  addBytes(bytes: Uint8Array): number {
    return this.#entries.push(bytes) - 1;
  }

  /**
   * Publishes what was added and anchors it.
   *
   * @param name what the anchor names in place of the bundle that was published; called between the two
   */
  async anchor(name = (bundle: string) => bundle): Promise<Anchoring> {
    const { documents, deployment, provider } = this.#demo;
    const [service, from, to] = [this.#service, this.#anchored, this.#entries.length];
    const source = this.#source();
    const root = await readRoot(source, to);
    const signer = ed25519Signer(
      logOrigin(service, deployment.deploymentId),
      "note",
      fromHex(id(`prongsai test log ${service} checkpoint`), 32),
    );
    const checkpoint = await signCheckpoint(
      { origin: signer.key.name, size: to, root, extensions: [] },
      signer,
    );
    const coseSignature = toHex(await signRoot(root, signer));
    const growth = { service, from, to, root: toHex(root), checkpoint, coseSignature };
    const published = await publishBundle(documents, growth, source);
    const proof = (await readConsistency(source, from, to)).path.map(toHex);
    const named = name(published.bundle);
    const gateway = new NonceManager(gatewayOf(service).connect(provider));
    const log = ledgerContract("ActionLog", deployment, gateway);
    const sent = await log.anchor(id(service), to, root, named, proof, { gasPrice: 0, gasLimit: 2_000_000 });
    const { blockNumber } = (await sent.wait())!;
    this.#anchored = to;
    return { size: to, root: toHex(root), bundle: named, block: blockNumber };
  }

  #source(): TileReader {
    const tiles = new MemoryTiles();
    const tree = new TiledTree((tile, bytes) => tiles.put(tile, bytes));
    for (const bytes of this.#entries) tree.append(leafHash(bytes));
    for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
    return {
      readTile: (tile) => {
        if (tile.level !== "entries") return tiles.readTile(tile);
        const some = this.#entries.slice(tile.index * TILE_WIDTH, (tile.index + 1) * TILE_WIDTH);
        return some.length >= tile.width ? buildEntryBundle(some) : undefined;
      },
    };
  }
}
