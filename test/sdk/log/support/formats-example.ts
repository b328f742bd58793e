/** The example log of docs/log-formats.md: what its inputs give, computed by the SDK, block by block. */
import { AbiCoder, Interface, TypedDataEncoder, computeAddress } from "ethers";
import { canonicalJson } from "../../../../sdk/canonical-json.ts";
import type { Json } from "../../../../sdk/canonical-json.ts";
import { abis } from "../../../../sdk/generated/abi/index.ts";
import { fromHex, toHex } from "../../../../sdk/hex.ts";
import { bundleCid, manifestBytes, publishBundle } from "../../../../sdk/log/bundle/index.ts";
import {
  ed25519Signer,
  formatNoteKey,
  logOrigin,
  signCheckpoint,
} from "../../../../sdk/log/checkpoint/index.ts";
import {
  decodeCoseReceipt,
  encodeCoseReceipt,
  signRoot,
  signedBytes,
} from "../../../../sdk/log/cose/index.ts";
import { payloadCommit } from "../../../../sdk/log/payload/index.ts";
import { promisesDigest } from "../../../../sdk/log/promise/digest.ts";
import { signPromises } from "../../../../sdk/log/promise/signed.ts";
import { encodeStatement, statementHash } from "../../../../sdk/log/promise/statement.ts";
import { RECEIPT_TYPE } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { sealRecord } from "../../../../sdk/log/record/index.ts";
import { serviceId } from "../../../../sdk/log/service-id.ts";
import { subjectCommit } from "../../../../sdk/log/subject.ts";
import { buildEntryBundle, buildHashTile } from "../../../../sdk/log/tiles/index.ts";
import { CONSISTENCY_TYPE, NO_TRUST, formatTrust } from "../../../../sdk/log/verify/index.ts";
import { merkleRoot, nodeHash, proveConsistency, proveInclusion } from "../../../../sdk/merkle.ts";
import { sha256 } from "../../../../sdk/sha256.ts";
import { MemoryDocuments } from "./memory-documents.ts";

/** What stands in the page and follows from nothing else there. Times are Unix seconds, secrets and salts `0x…`. */
export interface Inputs {
  readonly service: string;
  readonly deploymentId: string;
  readonly chainId: number;
  readonly contract: string;
  readonly checkpointSecret: string;
  readonly gatewaySecret: string;
  readonly payload: string;
  readonly payloadSalt: string;
  readonly subject: string;
  readonly subjectSalt: string;
  /** canonical JSON of the three records */
  readonly entries: readonly string[];
  readonly issuedAt: number;
  readonly deadline: number;
  readonly block: number;
  readonly blockTime: number;
  readonly txHash: string;
}

/** Texts of the page's blocks, by label. */
export type Computed = Readonly<Record<string, string>>;

/** Entries that were promised together and anchored first; the third came later. */
const FIRST = 2;

const utf8 = new TextEncoder();
const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** Lines of name and value. */
function table(rows: Readonly<Record<string, string | number>>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length)) + 2;
  return Object.entries(rows)
    .map(([name, value]) => name.padEnd(width) + String(value))
    .join("\n");
}

/** Hexadecimal digits without 0x, 64 a line. */
const digits = (bytes: Uint8Array): string[] =>
  toHex(bytes)
    .slice(2)
    .match(/.{1,64}/g)!;

const numbered = (name: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value, at) => [`${name} ${at}`, value]));

/** The log itself: its leaves, its heads at both sizes, and their notes. */
async function makeLog({ service, deploymentId, checkpointSecret, entries }: Inputs) {
  const bytes = entries.map((text) => utf8.encode(text));
  const leaves = entries.map((text) => sealRecord(JSON.parse(text)).leaf);
  const origin = logOrigin(service, deploymentId);
  const signer = ed25519Signer(origin, "note", fromHex(checkpointSecret, 32));
  const size = leaves.length;
  const root = merkleRoot(leaves);
  const note = (at: number) =>
    signCheckpoint({ origin, size: at, root: merkleRoot(leaves, 0, at), extensions: [] }, signer);
  return { bytes, leaves, signer, size, root, older: await note(FIRST), checkpoint: await note(size) };
}
type Log = Awaited<ReturnType<typeof makeLog>>;

function logBlocks(given: Inputs, { leaves, signer, root, older, checkpoint }: Log): Computed {
  const { publicKey, id } = signer.key;
  return {
    ledger: table({
      service: given.service,
      "service id": serviceId(given.service),
      "deployment id": given.deploymentId,
      "chain id": given.chainId,
      ActionLog: given.contract,
      "checkpoint secret": given.checkpointSecret,
      "checkpoint public": toHex(publicKey),
      "gateway secret": given.gatewaySecret,
      "gateway account": computeAddress(given.gatewaySecret).toLowerCase(),
    }),
    commitments: table({
      "payload salt": given.payloadSalt,
      payload: given.payload,
      commit: payloadCommit(fromHex(given.payloadSalt, 32), utf8.encode(given.payload)),
      "subject salt": given.subjectSalt,
      "subject's number": given.subject,
      subject: subjectCommit(fromHex(given.subjectSalt, 32), given.subject),
    }),
    ...Object.fromEntries(
      given.entries.map((text, at) => [`entry-${at}`, canonicalJson(JSON.parse(text) as Json)]),
    ),
    hashes: table({
      ...numbered("leaf", leaves.map(toHex)),
      "root of 2": toHex(nodeHash(leaves[0]!, leaves[1]!)),
      "root of 3": toHex(root),
    }),
    checkpoint: checkpoint.trimEnd(),
    "note-key": table({
      "key id (chain)": toHex(sha256(publicKey)),
      "key id (note)": id.toString(16).padStart(8, "0"),
      "verifier key": formatNoteKey(signer.key),
    }),
    consistency: pretty({
      ...{ type: CONSISTENCY_TYPE, version: 1, older, newer: checkpoint },
      path: proveConsistency(leaves, FIRST).path.map(toHex),
    }),
  };
}

function promiseBlocks(given: Inputs, { leaves }: Log): Computed {
  const { service, issuedAt, deadline } = given;
  const stated = (name: string, promised: readonly Uint8Array[]) => ({
    ...{ service: serviceId(name), firstIndex: 0, count: promised.length },
    ...{ leavesRoot: toHex(merkleRoot(promised)), issuedAt, deadline },
  });
  const promised = leaves.slice(0, FIRST);
  const statement = stated(service, promised);
  // Another service's promise became durable at the same time.
  const group = [statement, stated(`${service}.more`, leaves.slice(FIRST))];
  const where = { chainId: given.chainId, verifyingContract: given.contract };
  const [promise] = signPromises(where, group, given.gatewaySecret);
  const root = merkleRoot(group.map(statementHash));
  const answer = { service, firstIndex: 0, count: FIRST, leaves: promised.map(toHex), deadline, promise };
  const types = TypedDataEncoder.from({ Promises: [{ name: "root", type: "bytes32" }] });
  return {
    answer: pretty(answer),
    "promise-steps": table({
      ...numbered("word", digits(encodeStatement(statement))),
      "statement hash": toHex(statementHash(statement)),
      "group's root": toHex(root),
      "domain separator": TypedDataEncoder.hashDomain({
        ...{ name: "Prongsai ActionLog", version: "1", ...where },
      }),
      "struct hash": types.hash({ root: toHex(root) }),
      digest: toHex(promisesDigest(where, root)),
    }),
  };
}

async function receiptBlocks(given: Inputs, { leaves, signer, size, root, checkpoint }: Log) {
  const { service, chainId, contract, txHash, block, blockTime } = given;
  const anchor = { chainId, contract, txHash, block, blockTime, size, root: toHex(root) };
  const receipt: Receipt = {
    ...{ type: RECEIPT_TYPE, version: 1, service, index: 0, leaf: toHex(leaves[0]!) },
    record: JSON.parse(given.entries[0]!) as NonNullable<Receipt["record"]>,
    inclusion: { size, path: proveInclusion(leaves, 0).path.map(toHex) },
    ...{ checkpoint, anchor, cosigners: [] },
  };
  const trust = { ...NO_TRUST, keys: [signer.key], heads: [{ ...anchor, service, cosigners: [] }] };
  const cose = await encodeCoseReceipt(receipt, signer, { rest: false });
  const { protectedHeader } = decodeCoseReceipt(cose);
  return {
    receipt: pretty(receipt),
    trust: pretty(JSON.parse(formatTrust(trust))),
    cose: digits(cose).join("\n"),
    "cose-signed": digits(signedBytes(protectedHeader, root)).join("\n"),
  };
}

async function publishedBlocks({ service }: Inputs, { bytes, leaves, signer, size, root, checkpoint }: Log) {
  const growth = {
    ...{ service, from: FIRST, to: size, root: toHex(root), checkpoint },
    coseSignature: toHex(await signRoot(root, signer)),
  };
  const hashTile = buildHashTile(leaves);
  const { manifest, bundle } = await publishBundle(new MemoryDocuments(), growth, {
    readTile: ({ level }) => Promise.resolve(level === "entries" ? buildEntryBundle(bytes) : hashTile),
  });
  const lengths = bytes.map(({ length }, at) => `${length.toString(16).padStart(4, "0")} ‖ entry ${at}`);
  const event = [serviceId(service), size, toHex(root), bundle] as const;
  const { topics } = new Interface(abis.ActionLog).encodeEventLog("Anchored", event);
  return {
    manifest: new TextDecoder().decode(manifestBytes(manifest)),
    "manifest-name": table({ "SHA-256": bundle, CID: bundleCid(bundle) }),
    tiles: [
      ...["tile/0/000.p/3", manifest.tiles["tile/0/000.p/3"]!, ...digits(hashTile), ""],
      ...["tile/entries/000.p/3", manifest.tiles["tile/entries/000.p/3"]!, lengths.join(" ‖ ")],
    ].join("\n"),
    event: table({
      ...numbered("topic", topics),
      ...numbered(
        "data",
        digits(fromHex(AbiCoder.defaultAbiCoder().encode(["uint48", "bytes32", "bytes32"], event.slice(1)))),
      ),
    }),
  };
}

/** Every block of the page that follows from its inputs. */
export async function computeExample(given: Inputs): Promise<Computed> {
  const log = await makeLog(given);
  return {
    ...logBlocks(given, log),
    ...promiseBlocks(given, log),
    ...(await receiptBlocks(given, log)),
    ...(await publishedBlocks(given, log)),
  };
}
