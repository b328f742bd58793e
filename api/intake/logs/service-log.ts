import type { ProngsaiError } from "../../../sdk/errors.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";
import type { TiledTree } from "../../../sdk/log/tree/index.ts";

/** A submitter's numbers. */
export interface Writer {
  /** number in the intake's tables */
  readonly number: number;
  readonly submitter: string;
  /** clientSeq that must come next, those that wait to be written counted */
  next: number;
  /** the answer to its last request, settled or not */
  last?: Promise<unknown>;
}

/** A tile that is full since it was last taken. */
export interface FullTile {
  readonly tile: Tile;
  readonly bytes: Uint8Array;
  readonly root: Uint8Array;
}

/** A service's log in memory: its tree's right edge, its writers. As long as one session of the intake. */
export class ServiceLog {
  /** number in the intake's tables */
  readonly number: number;
  /** id of the service, `0x…` */
  readonly service: string;
  /** reverse-DNS name */
  readonly name: string;
  readonly writers = new Map<string, Writer>();
  /** entries whose payload this session was told was erased: what is not durable yet is among them */
  readonly erasing = new Set<number>();
  /** latest deadline promised, Unix seconds */
  deadline: number;
  /** entries that are durable; the tree may be ahead while a group is written */
  acknowledged: number;
  /** why nothing more is taken, once the chain has something else than this log */
  closed: ProngsaiError | undefined;
  #tree: TiledTree | undefined;
  #full: FullTile[] = [];

  constructor(number: number, service: string, name: string, acknowledged: number, deadline: number) {
    this.number = number;
    this.service = service;
    this.name = name;
    this.acknowledged = acknowledged;
    this.deadline = deadline;
  }

  get tree(): TiledTree {
    return this.#tree!;
  }

  set tree(tree: TiledTree) {
    this.#tree = tree;
  }

  /** For the tree: keeps a tile until it is taken. */
  readonly keep = (tile: Tile, bytes: Uint8Array, root: Uint8Array): void => {
    this.#full.push({ tile, bytes, root });
  };

  /** The tiles that became full since the last call. */
  takeTiles(): readonly FullTile[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }
}
