import { sdkError } from "../../errors/sdk.ts";
import { fromHex, toHex } from "../../hex.ts";
import { AnchoredTiles, manifestsOf } from "../../log/bundle/index.ts";
import type { Fetching } from "../../log/bundle/index.ts";
import { TILE_WIDTH, parseHashTile, tileWidth } from "../../log/tiles/index.ts";
import { readInclusion, remembering } from "../../log/tree/index.ts";
import type { TileReader } from "../../log/tree/index.ts";
import { verifyInclusion } from "../../merkle.ts";
import type { InclusionProof } from "../../merkle.ts";
import { quantity } from "../ask-block.ts";
import { serviceEvents } from "../log-events.ts";
import type { LogOnNode } from "../log-events.ts";

/** An anchor of a service's log as the chain has it. */
export interface ChainAnchor {
  readonly service: string;
  /** size before */
  readonly from: number;
  readonly to: number;
  readonly root: string;
  readonly bundle: string;
  readonly block: number;
}

/** Every anchor of the service's log up to the block. @throws RpcError */
export async function readAnchors(log: LogOnNode, service: string): Promise<readonly ChainAnchor[]> {
  let from = 0;
  return (await serviceEvents(log, ["Anchored"], service, [0, log.block])).map(
    ({ args, log: { blockNumber } }) => {
      const to = Number(args["size"]);
      const anchor = {
        ...{ service, from, to, block: Number(blockNumber) },
        ...{ root: String(args["root"]).toLowerCase(), bundle: String(args["bundle"]).toLowerCase() },
      };
      from = to;
      return anchor;
    },
  );
}

/** Unix seconds of a block. @throws RpcError */
export async function timeOf({ rpc }: LogOnNode, block: number): Promise<number> {
  const found = await rpc.call<{ timestamp: string }>("eth_getBlockByNumber", [quantity(block), false]);
  return Number(found.timestamp);
}

/** A leaf of the anchored log with the proof that it stands there. */
export interface AnchoredLeaf {
  readonly leaf: Uint8Array;
  readonly proof: InclusionProof;
}

/** Leaves of the newest anchored log, from published documents; each is proven to the anchored root before it is believed. */
export class AnchoredLeaves {
  readonly #tiles: TileReader;
  readonly #head: ChainAnchor;

  /** @param anchors of the service, at least one */
  constructor(fetching: Fetching, anchors: readonly ChainAnchor[]) {
    this.#head = anchors.at(-1)!;
    // Leaves of one promise stand side by side: their tiles are fetched once.
    this.#tiles = remembering(new AnchoredTiles(fetching, this.#head.to, manifestsOf(fetching, anchors)));
  }

  /**
   * @param index below the anchored size
   * @throws ProngsaiError LOG_BUNDLE_ROOT when the documents do not give the anchored root; LOG_TILE_…, errors of
   * `fetchManifest` and `Documents.get`
   */
  async read(index: number): Promise<AnchoredLeaf> {
    const { service, to: size, root } = this.#head;
    const place = Math.floor(index / TILE_WIDTH);
    const width = tileWidth(0, place, size);
    const bytes = await this.#tiles.readTile({ level: 0, index: place, width });
    const leaf = bytes && parseHashTile(bytes)[index % TILE_WIDTH];
    const proof = await readInclusion(this.#tiles, index, size);
    if (!leaf || !verifyInclusion(leaf, proof, fromHex(root, 32)))
      throw sdkError("LOG_BUNDLE_ROOT", { service, size, part: `the hash of entry ${index}` });
    return { leaf, proof };
  }
}

/** As the contract takes proofs. */
export const pathOf = ({ path }: InclusionProof): string[] => path.map(toHex);
