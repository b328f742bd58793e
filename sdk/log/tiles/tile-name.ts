import { sdkError } from "../../errors/sdk.ts";
import { TILE_WIDTH } from "./tile.ts";
import type { Tile } from "./tile.ts";

const NAME = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
/** A tree of 2^63 leaves has no more. */
const LEVELS = 64;

/** The number in groups of three digits, all but the last with an `x`: 1234067 is `x001/x234/067`. */
function indexName(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  return padded.replace(/\d{3}(?=\d)/g, "x$&/");
}

/** Where a tile is published: `tile/0/x001/234`, `tile/entries/000.p/17`. C2SP tlog-tiles, “Merkle Tree”, “Log entries”. */
export function tileName({ level, index, width }: Tile): string {
  return `tile/${level}/${indexName(index)}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/**
 * The tile that is published under this name; names that differ from what `tileName` gives are refused.
 *
 * @throws ProngsaiError LOG_TILE_NAME
 */
export function parseTileName(name: string): Tile {
  const [, level, groups, partial] = NAME.exec(name) ?? [];
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(groups?.replace(/[x/]/g, "")),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const possible =
    Number.isSafeInteger(tile.index) &&
    (tile.level === "entries" || tile.level < LEVELS) &&
    tile.width <= TILE_WIDTH;
  if (!possible || tileName(tile) !== name) throw sdkError("LOG_TILE_NAME", { input: name });
  return tile;
}
