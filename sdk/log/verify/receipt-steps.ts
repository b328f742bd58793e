import { canonicalBytes } from "../../canonical-json.ts";
import { ProngsaiError } from "../../errors.ts";
import { fromHex, toHex } from "../../hex.ts";
import { leafHash } from "../../merkle/hash.ts";
import { verifyInclusion } from "../../merkle/inclusion.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import type { Anchor } from "../receipt/anchor.ts";
import { inclusionOf } from "../receipt/receipt.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { step } from "./step.ts";
import type { LogStep } from "./step.ts";
import type { Trust, TrustedHead } from "./trust.ts";

type Fields = NonNullable<Receipt["record"]>;

function leafOf(record: Fields): string | undefined {
  try {
    return toHex(leafHash(canonicalBytes(record)));
  } catch (error) {
    if (error instanceof ProngsaiError && error.code === "JSON_NOT_CANONICAL") return;
    throw error;
  }
}

/** Whether the record is the one that the leaf stands for, and the service's. */
export function recordSteps(record: Fields | undefined, leaf: string, service: string): LogStep[] {
  if (!record) return [step("RECORD_LEAF", "unknown", { leaf })];
  return [
    step("RECORD_LEAF", leafOf(record) === leaf, { leaf }),
    step("RECORD_SERVICE", record["service"] === service, { service, found: String(record["service"]) }),
  ];
}

/** Whether the proof leads from the leaf to the checkpoint's root, at its size. */
export function includedStep(receipt: Receipt, { size, root }: Checkpoint): LogStep {
  const holds =
    receipt.inclusion.size === size && verifyInclusion(fromHex(receipt.leaf, 32), inclusionOf(receipt), root);
  return step("LEAF_INCLUDED", holds, { index: receipt.index, size });
}

const COMPARED = ["chainId", "contract", "txHash", "block", "blockTime", "root"] as const;

function headOf({ service, anchor }: Receipt, { heads }: Trust): TrustedHead | undefined {
  const same = heads.filter((head) => head.service === service && head.size === anchor.size);
  return same.find((head) => differing(anchor, head) === undefined) ?? same[0];
}

const differing = (anchor: Anchor, head: Anchor) =>
  COMPARED.find((member) => anchor[member] !== head[member]);

/** Whether the anchor is the checkpoint's, is known on the chain, and has the witnesses that the receipt claims. */
export function anchorSteps(receipt: Receipt, { size, root }: Checkpoint, trust: Trust): LogStep[] {
  const { anchor, cosigners } = receipt;
  const details = { size: anchor.size, block: anchor.block };
  const own = step("RECEIPT_ANCHOR", anchor.size === size && anchor.root === toHex(root), details);
  const head = headOf(receipt, trust);
  const claimed = { claimed: cosigners.length };
  if (!head)
    return [
      own,
      step("RECEIPT_ANCHOR_TRUSTED", "unknown", details),
      ...(cosigners.length > 0 ? [step("RECEIPT_WITNESSES", "unknown", claimed)] : []),
    ];
  const member = differing(anchor, head);
  const unseen = cosigners.filter((one) => !head.cosigners.some((known) => sameCosigner(one, known)));
  return [
    own,
    step("RECEIPT_ANCHOR_TRUSTED", member === undefined, { ...details, member: member ?? "" }),
    ...(cosigners.length > 0 ? [step("RECEIPT_WITNESSES", unseen.length === 0, claimed)] : []),
  ];
}

function sameCosigner(a: Receipt["cosigners"][number], b: Receipt["cosigners"][number]): boolean {
  return a.agency === b.agency && a.officer === b.officer && a.txHash === b.txHash && a.block === b.block;
}
