/** What a call of the model looks like as a transaction. */
import { encodeBytes32String, id as idOf, sha256, ZeroHash } from "ethers";
import { toHex } from "../../../../sdk/hex.ts";
import { extension, inclusion, rootOf } from "../../../support/log/leaves.ts";
import { bundleOf, serviceInput, submissionKey } from "../../../support/log/office.ts";
import type { Signed } from "../../../support/log/promise.ts";
import type { Call } from "./judge.ts";
import type { Promised, World } from "./world.ts";

/** A promise with its signature. */
export type GivenPromise = Promised & { readonly signed: Signed };

/** Names of the services of a trace. */
export const NAMES = ["th.go.first.one", "th.go.first.two", "th.go.second.one", "th.go.nobody"];
const nameOf = (id: string) => NAMES.find((name) => idOf(name) === id)!;

/** A proof that could be right, were one bit of it not changed; one of nothing where there was none. */
const spoil = (path: string[], spoilt: boolean): string[] => {
  if (!spoilt) return path;
  const [first, ...rest] = path;
  return first ? [`0x${(BigInt(first) ^ 1n).toString(16).padStart(64, "0")}`, ...rest] : [ZeroHash];
};

const pathAt = (leaves: readonly Uint8Array[], index: number): string[] =>
  index < leaves.length ? inclusion(leaves, index) : [];

export function transaction(call: Call, world: World): [method: string, args: unknown[]] {
  switch (call.what) {
    case "register": {
      const { agency, heartbeat: heartbeatInterval, delay: maxMergeDelay } = call;
      return [
        "registerService",
        [serviceInput({ name: nameOf(call.id), agency, heartbeatInterval, maxMergeDelay })],
      ];
    }
    case "suspend":
      return ["suspendService", [call.id]];
    case "reinstate":
      return ["reinstateService", [call.id]];
    case "retire":
      return ["retireService", [call.id]];
    case "retitle":
      return ["retitleService", [call.id, "ก", "A"]];
    case "time":
      return ["changeTiming", [call.id, call.heartbeat, call.delay]];
    case "addKey": {
      const submitter = encodeBytes32String("desk");
      const window = { validFrom: call.from, validUntil: call.until };
      return ["addKey", [call.id, { ...submissionKey(), submitter, publicKey: call.key, ...window }]];
    }
    case "endKey":
      return ["endKey", [call.id, idOfKey(call.key)]];
    case "addGateway":
      return ["addGateway", [call.id, call.account, call.from, call.until]];
    case "endGateway":
      return ["endGateway", [call.id, call.account]];
    case "define":
      return ["defineActionType", [call.id, call.name, call.schema]];
    case "withdraw":
      return ["withdrawActionType", [call.id, call.name]];
    case "anchor": {
      const inputs = call.anchors.map(({ id, leaves, prefix, spoilt }) => ({
        service: id,
        newSize: leaves.length,
        newRoot: rootOf(leaves),
        bundle: bundleOf(leaves.length),
        consistencyProof: spoil(prefix <= leaves.length ? extension(leaves, prefix) : [], spoilt),
      }));
      const [one] = inputs;
      return inputs.length === 1 ? ["anchor", Object.values(one!)] : ["anchorMany", [inputs]];
    }
    case "heartbeat":
      return ["heartbeat", [call.ids]];
    case "cosign": {
      const all = world.services.get(call.id)?.leaves ?? [];
      const { leaves, spoilt } = call;
      const path = leaves.length <= all.length ? extension(all, leaves.length) : [];
      return ["cosign", [call.id, leaves.length, rootOf(leaves), spoil(path, spoilt)]];
    }
    case "missed":
      return ["reportMissedDeadline", [(call.promise as GivenPromise).signed]];
    case "wrong": {
      const { promise, offset, was, is } = call;
      const all = world.services.get(promise.statement.service)?.leaves ?? [];
      const at = Number(promise.statement.firstIndex) + offset;
      const proofs = [pathAt(promise.leaves, offset), pathAt(all, at)];
      const { signed } = promise as GivenPromise;
      return ["reportWrongLeaf", [signed, offset, toHex(was), proofs[0], toHex(is), proofs[1]]];
    }
  }
}

/** SHA-256 of the key's bytes. */
export const idOfKey = (key: string): string => sha256(key);
