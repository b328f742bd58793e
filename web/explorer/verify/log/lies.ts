import { canonicalBytes } from "../../../../sdk/canonical-json.ts";
import type { Json } from "../../../../sdk/canonical-json.ts";
import { toHex } from "../../../../sdk/hex.ts";
import { ed25519Signer, signCheckpoint } from "../../../../sdk/log/checkpoint/index.ts";
import { RECEIPT_TYPE } from "../../../../sdk/log/receipt/index.ts";
import { buildEntryBundle, buildHashTile, TILE_WIDTH } from "../../../../sdk/log/tiles/index.ts";
import { readInclusion, readRoot } from "../../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../../sdk/log/tree/index.ts";
import { verifyBundles, verifyCheckpoints, verifyReceipt } from "../../../../sdk/log/verify/index.ts";
import type { LogReport } from "../../../../sdk/log/verify/index.ts";
import { inclusionRoot, leafHash } from "../../../../sdk/merkle.ts";
import type { LogCopy } from "./log-copy.ts";

/** How somebody with all rights over a log might lie about it. */
export type LieKind = "change" | "drop" | "reorder" | "backdate" | "forge" | "shorten";

/** What was told, and what the SDK's verifier says of it. */
export type Told = {
  /** the true entries that the lie is about, as they are hashed */
  readonly before: readonly Uint8Array[];
  /** what the liar has in their place */
  readonly after: readonly Uint8Array[];
  readonly report: LogReport;
};

/** The values among which a member of a record's data was chosen; undefined where it is no choice, or nobody knows. */
export type Choices = (type: string, member: string) => readonly string[] | undefined;

export type Lie = {
  /** which entry of the copy */
  readonly at: number;
  /** whether the liar also writes fingerprint and hash tiles anew, with a key of their own */
  readonly rewritesRoot: boolean;
  readonly choices: Choices;
};

type Fields = { readonly [member: string]: Json };

const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Fields;

/** Another value of the same kind, as little different as can be. */
function altered(value: Json): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return `${value.slice(0, -1)}${value.endsWith("x") ? "y" : "x"}`;
  return Array.isArray(value) ? value.slice(1) : null;
}

/** With one value changed: to another one of its closed list where there is such a member, which nobody sees by reading. */
function changed(bytes: Uint8Array, choices: Choices): Uint8Array {
  const record = read(bytes);
  const data = record["data"] as Fields;
  const members = Object.keys(data);
  const chosen = (member: string) => {
    const list = choices(String(record["type"]), member) ?? [];
    const at = list.findIndex((one) => one === data[member]);
    return at < 0 || list.length < 2 ? undefined : list[(at + 1) % list.length]!;
  };
  const member = members.find((one) => chosen(one) !== undefined) ?? members[0];
  const other =
    member === undefined ? { x: 1 } : { ...data, [member]: chosen(member) ?? altered(data[member]!) };
  return canonicalBytes({ ...record, data: other });
}

function backdated(bytes: Uint8Array): Uint8Array {
  const record = read(bytes);
  const at = new Date(String(record["ts"]));
  at.setUTCFullYear(at.getUTCFullYear() - 1);
  return canonicalBytes({ ...record, ts: at.toISOString() });
}

/** The entries as the liar has them; of the same number, or the lie would be seen without any computing. */
function rewritten(
  kind: LieKind,
  entries: readonly Uint8Array[],
  at: number,
  choices: Choices,
): Uint8Array[] {
  const copy = [...entries];
  if (kind === "change") copy[at] = changed(copy[at]!, choices);
  if (kind === "backdate") copy[at] = backdated(copy[at]!);
  if (kind === "reorder") {
    const other = at + 1 < copy.length ? at + 1 : at - 1;
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  if (kind === "drop") {
    copy.splice(at, 1);
    // Something must stand where the last one was, so the liar makes it up.
    copy.push(changed(entries.at(-1)!, choices));
  }
  return copy;
}

/** A key that the liar made: it is nobody's on the ledger. */
const ownKey = (origin: string) => ed25519Signer(origin, "note", crypto.getRandomValues(new Uint8Array(32)));

/** A checkpoint that says what the liar wants, signed with a key of their own. */
const ownCheckpoint = (origin: string, size: number, root: Uint8Array) =>
  signCheckpoint({ origin, size, root, extensions: [] }, ownKey(origin));

/** The root of the log in which these entries stand in the copied bundle's place. */
async function rootWith({ place, tiles, manifest }: LogCopy, entries: readonly Uint8Array[]) {
  const leaves = entries.map(leafHash);
  const own = buildHashTile(leaves);
  const reader: TileReader = {
    readTile: (tile) => (tile.level === 0 && tile.index === place ? own : tiles.readTile(tile)),
  };
  const proof = await readInclusion(reader, place * TILE_WIDTH, manifest.to);
  return inclusionRoot(leaves[0]!, proof)!;
}

const around = (entries: readonly Uint8Array[], at: number, both: boolean) =>
  entries.slice(at, both ? at + 2 : at + 1);

async function rewrite(copy: LogCopy, kind: LieKind, { at, choices, rewritesRoot }: Lie): Promise<Told> {
  const { place, tiles, manifest, origin, entries, trust } = copy;
  const told = rewritten(kind, entries, at, choices);
  const checkpoint = rewritesRoot
    ? await ownCheckpoint(origin, manifest.to, await rootWith(copy, told))
    : manifest.checkpoint;
  const bundles = [{ index: place, bytes: buildEntryBundle(told) }];
  // Whoever writes the fingerprint anew writes the hash tiles anew too.
  const published = rewritesRoot ? { readTile: tilesBut(copy, told) } : tiles;
  const both = kind === "reorder" || kind === "drop";
  const from = kind === "reorder" && at + 1 === entries.length ? at - 1 : at;
  return {
    before: around(entries, from, both),
    after: around(told, from, both),
    report: await verifyBundles({ checkpoint, bundles, tiles: published }, trust),
  };
}

function tilesBut({ place, tiles }: LogCopy, entries: readonly Uint8Array[]): TileReader["readTile"] {
  const own = buildHashTile(entries.map(leafHash));
  return (tile) => (tile.level === 0 && tile.index === place ? own : tiles.readTile(tile));
}

/** A receipt of an entry that never was, in a log made up around it: within itself all of it fits. */
async function forge(copy: LogCopy, { at, choices }: Lie): Promise<Told> {
  const { place, tiles, manifest, origin, entries, trust } = copy;
  const index = place * TILE_WIDTH + at;
  const bytes = changed(entries[at]!, choices);
  const proof = await readInclusion(tiles, index, manifest.to);
  const root = inclusionRoot(leafHash(bytes), proof)!;
  const [head] = trust.heads;
  const { service, cosigners, ...anchor } = head!;
  const receipt = {
    type: RECEIPT_TYPE,
    version: 1,
    service,
    index,
    leaf: toHex(leafHash(bytes)),
    record: read(bytes),
    inclusion: { size: manifest.to, path: proof.path.map(toHex) },
    checkpoint: await ownCheckpoint(origin, manifest.to, root),
    anchor: { ...anchor, root: toHex(root) },
    cosigners,
  } as const;
  return { before: [entries[at]!], after: [bytes], report: verifyReceipt(receipt, trust) };
}

/** A head of a log without its last entry, which the liar calls the newest. */
async function shorten({ manifest, tiles, origin, trust, entries }: LogCopy): Promise<Told> {
  const size = manifest.to - 1;
  const newer = await ownCheckpoint(origin, size, await readRoot(tiles, size));
  const report = verifyCheckpoints(
    { type: "prongsai-log-consistency", version: 1, older: manifest.checkpoint, newer, path: [] },
    trust,
  );
  return { before: [entries.at(-1)!], after: [], report };
}

/** Tells a lie on a copy and has the SDK's verifier look at it, the same as for true logs. */
export function lie(copy: LogCopy, kind: LieKind, how: Lie): Promise<Told> {
  if (kind === "forge") return forge(copy, how);
  if (kind === "shorten") return shorten(copy);
  return rewrite(copy, kind, how);
}

/** What the verifier says of the copy as it is. */
export function lookAtTruth({ place, entries, tiles, manifest, trust }: LogCopy): Promise<LogReport> {
  const bundles = [{ index: place, bytes: buildEntryBundle(entries) }];
  return verifyBundles({ checkpoint: manifest.checkpoint, bundles, tiles }, trust);
}
