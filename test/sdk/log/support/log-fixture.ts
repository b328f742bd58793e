import { canonicalBytes } from "../../../../sdk/canonical-json.ts";
import { toHex } from "../../../../sdk/hex.ts";
import {
  cosignCheckpoint,
  ed25519Signer,
  logOrigin,
  signCheckpoint,
} from "../../../../sdk/log/checkpoint/index.ts";
import { RECEIPT_TYPE } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { readInclusion, readRoot } from "../../../../sdk/log/tree/index.ts";
import { leafHash } from "../../../../sdk/merkle.ts";
import type { Trust, TrustedHead } from "../../../../sdk/log/verify/index.ts";
import { grow } from "../tree/support.ts";

export const SERVICE = "th.go.police.station";
export const ORIGIN = logOrigin(SERVICE, `0x${"5a".repeat(32)}`);
const secret = (n: number) => new Uint8Array(32).fill(n);
export const log = ed25519Signer(ORIGIN, "note", secret(1));
export const witnesses = [2, 3].map((n) => ed25519Signer(`witness.example/${n}`, "cosignature", secret(n)));

/** Record `n` of the log; of a shape and size as the services write them. */
export const record = (n: number) => ({
  v: 1,
  service: SERVICE,
  agency: 1007,
  type: "inquiry.answered",
  schema: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
  submitter: "gateway-1",
  clientSeq: n + 1,
  ts: "2026-11-24T03:04:05.678Z",
  subject: null,
  actor: { role: "chatbot" },
  data: { topic: "เอกสารหาย", province: "10", answered: true },
});

/** A log of so many records with all that it publishes. */
export function makeLog(size: number) {
  const entries = Array.from({ length: size }, (_, n) => canonicalBytes(record(n)));
  const { tiles } = grow(entries.map(leafHash));
  const checkpointAt = async (at: number, signer = log) =>
    signCheckpoint(
      { origin: signer.key.name, size: at, root: await readRoot(tiles, at), extensions: [] },
      signer,
    );
  return { entries, tiles, checkpointAt };
}

/** A receipt of entry `index` in a log of `size`, and the trust by which every part of it can be checked. */
export async function makeReceipt(size: number, index: number) {
  const { entries, tiles, checkpointAt } = makeLog(size);
  const root = toHex(await readRoot(tiles, size));
  const proof = await readInclusion(tiles, index, size);
  let checkpoint = await checkpointAt(size);
  for (const [at, witness] of witnesses.entries())
    checkpoint = await cosignCheckpoint(checkpoint, witness, 1_795_000_000 + at);
  const anchor = {
    ...{ chainId: 2567, contract: `0x${"a1".repeat(20)}`, txHash: `0x${"b2".repeat(32)}` },
    ...{ block: 812, blockTime: 1_795_000_003, size, root },
  };
  const cosigners = [
    { agency: 2004, officer: `0x${"c3".repeat(20)}`, txHash: `0x${"d4".repeat(32)}`, block: 815 },
    { agency: 3001, officer: `0x${"e5".repeat(20)}`, txHash: `0x${"f6".repeat(32)}`, block: 816 },
  ];
  const receipt: Receipt = {
    type: RECEIPT_TYPE,
    version: 1,
    service: SERVICE,
    index,
    leaf: toHex(leafHash(entries[index]!)),
    record: record(index),
    inclusion: { size, path: proof.path.map(toHex) },
    checkpoint,
    anchor,
    cosigners,
  };
  const head: TrustedHead = { ...anchor, service: SERVICE, cosigners };
  const trust: Trust = {
    keys: [log.key],
    cosigners: witnesses.map(({ key }) => key),
    quorum: 2,
    heads: [head],
  };
  return { receipt, trust };
}
