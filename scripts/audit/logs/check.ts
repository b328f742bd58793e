import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { fromHex } from "../../../sdk/hex.ts";
import type { BundleManifest } from "../../../sdk/log/bundle/index.ts";
import {
  logOrigin,
  noteKey,
  parseCheckpoint,
  parseNote,
  verifyNote,
} from "../../../sdk/log/checkpoint/index.ts";
import { isRootSigned } from "../../../sdk/log/cose/index.ts";
import type { RegisterEvent } from "../../../sdk/replay/index.ts";
import type { Part } from "../part.ts";
import { EntryChecks, SchemaChecks } from "./entries.ts";
import { Misfits } from "./misfits.ts";
import { registeredServices } from "./registered.ts";
import type { BrokenPromise, ChainAnchor, RegisteredService } from "./registered.ts";
import { LogWalk } from "./walk.ts";

export type LogsRequest = {
  readonly documents: ReadableDocuments;
  /** events of ActionLog in the order of the chain */
  readonly events: Iterable<RegisterEvent>;
  /** id of the deployment, where it is known: then the checkpoints must name it */
  readonly deploymentId?: string;
  /** an agency's payloads */
  readonly payloads?: string;
};

/** Whether a key in force signed the checkpoint, and the same key the root as COSE receipts have it. */
function checkSignatures(
  service: RegisteredService,
  { checkpoint, coseSignature, root }: BundleManifest,
  anchor: ChainAnchor,
  deploymentId: string | undefined,
  part: Part,
): void {
  part.count("checkpoints");
  const entity = `checkpoint of ${service.name} at ${anchor.to}`;
  const { block, txHash } = anchor;
  const note = parseNote(checkpoint);
  const { origin } = parseCheckpoint(note.text);
  const wanted = deploymentId && logOrigin(service.name, deploymentId);
  if (wanted && origin !== wanted)
    part.finds("LOG_CHECKPOINT_ORIGIN", entity, { found: origin, expected: wanted }, { block, txHash });
  const keys = service.keysAt(anchor.time).map((key) => noteKey(origin, "note", key));
  const signed = verifyNote(note, keys).find(({ outcome }) => outcome === "valid");
  const expected = "the signature of a checkpoint key in force";
  if (!signed) part.finds("LOG_CHECKPOINT_SIGNATURE", entity, { found: "none", expected }, { block, txHash });
  else if (!isRootSigned(fromHex(root, 32), fromHex(coseSignature, 64), signed.key))
    part.finds("LOG_COSE_SIGNATURE", entity, { found: "another signature", expected }, { block, txHash });
}

const breachText: Record<BrokenPromise["breach"], string> = {
  DeadlineMissed: "it was not anchored in time",
  WrongLeaf: "the log holds something else there",
};

/** What the ledger proved against a service is no fault of the ledger, but nobody who audits should miss it. */
function tellBroken({ name, broken }: RegisteredService, part: Part): void {
  for (const { breach, index, block, txHash } of broken) {
    part.count("broken promises");
    part.notes.push(
      `${name}: a promise of entry ${index} was shown to be broken: ${breachText[breach]} (block ${block}, ${txHash})`,
    );
  }
}

/** Every log from chain and documents alone: bundles, trees, signatures, entries, numbers, erasures. */
export async function checkLogs(request: LogsRequest, part: Part): Promise<void> {
  const { documents, events, deploymentId, payloads: folder } = request;
  const schemas = new SchemaChecks(documents);
  for (const service of registeredServices(events).values()) {
    part.count("services");
    tellBroken(service, part);
    const misfits = new Misfits(service.name);
    const entries = new EntryChecks(service, { schemas, folder }, part, misfits);
    const walk = new LogWalk(service, documents, { entries, misfits, part });
    await walk.run(async (manifest, anchor) =>
      checkSignatures(service, manifest, anchor, deploymentId, part),
    );
    entries.finish();
    misfits.finish(part);
  }
}
