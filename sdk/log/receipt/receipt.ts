import { canonicalJson } from "../../canonical-json.ts";
import type { Json } from "../../canonical-json.ts";
import { sdkError } from "../../errors/sdk.ts";
import { fromHex } from "../../hex.ts";
import type { InclusionProof } from "../../merkle/inclusion.ts";
import { openFile, readJson } from "../files/open.ts";
import { ANCHOR_MEMBERS, COSIGNER_MEMBERS, MAX_COSIGNERS, readAnchor, readCosigner } from "./anchor.ts";
import type { Anchor, ChainCosigner } from "./anchor.ts";

export const RECEIPT_TYPE = "prongsai-log-receipt";

/** A path is as long as the tree is high, and no tree is higher. */
export const MAX_PATH = 64;

/** That an entry is in a log: everything that a stranger needs to verify it, besides keys that they trust. */
export type Receipt = {
  readonly type: typeof RECEIPT_TYPE;
  readonly version: 1;
  /** reverse-DNS name of the service */
  readonly service: string;
  /** from 0 in the service's log */
  readonly index: number;
  /** leaf hash of the entry, `0x…`: SHA-256(0x00 ‖ canonical JSON of the record) */
  readonly leaf: string;
  /** the record itself, when whoever gives the receipt has it */
  readonly record?: { readonly [member: string]: Json };
  /** from the leaf's sibling up to the root of the checkpoint, whose size it names. RFC 9162 section 2.1.3 */
  readonly inclusion: { readonly size: number; readonly path: readonly string[] };
  /** signed note (C2SP tlog-checkpoint), with any cosignatures */
  readonly checkpoint: string;
  readonly anchor: Anchor;
  /** agencies that confirmed the anchored head on the chain */
  readonly cosigners: readonly ChainCosigner[];
};

const MEMBERS = [
  ...["service", "index", "leaf", "record", "inclusion", "checkpoint", "anchor", "cosigners"],
] as const;

const isPromise = (value: unknown) =>
  typeof value === "object" && value !== null && "promise" in value && "leaves" in value;

/**
 * The receipt that a JSON value is; whether it holds is `verifyReceipt`'s to say.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED with the path of the first thing that is not as it must be; LOG_FILE_VERSION;
 * LOG_FILE_PROMISE for what the intake answered
 */
export function readReceipt(value: unknown): Receipt {
  if (isPromise(value)) throw sdkError("LOG_FILE_PROMISE");
  const members = openFile("receipt", RECEIPT_TYPE, value, MEMBERS);
  const inclusion = members.inner("inclusion", ["size", "path"]);
  return {
    type: RECEIPT_TYPE,
    version: 1,
    service: members.text("service"),
    index: members.count("index"),
    leaf: members.hex("leaf", 32),
    ...(members.has("record") && { record: members.object("record") }),
    inclusion: { size: inclusion.count("size"), path: inclusion.hexes("path", 32, MAX_PATH) },
    checkpoint: members.text("checkpoint"),
    anchor: readAnchor(members.inner("anchor", ANCHOR_MEMBERS)),
    cosigners: members.inners("cosigners", COSIGNER_MEMBERS, MAX_COSIGNERS).map(readCosigner),
  };
}

/** The receipt in a JSON text. @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION */
export const parseReceipt = (text: string): Receipt => readReceipt(readJson("receipt", text));

/** The one text of a receipt: canonical JSON (RFC 8785). @throws ProngsaiError JSON_NOT_CANONICAL for a record that has none */
export const formatReceipt = (receipt: Receipt): string => canonicalJson(receipt as unknown as Json);

/** The receipt's inclusion proof, in bytes. */
export function inclusionOf({ index, inclusion }: Pick<Receipt, "index" | "inclusion">): InclusionProof {
  return { index, size: inclusion.size, path: inclusion.path.map((hash) => fromHex(hash, 32)) };
}
