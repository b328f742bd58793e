import { fromHex } from "../../../sdk/hex.ts";
import { commonSchemas } from "../../../sdk/log/common/index.ts";
import type { RegisterEvent } from "../../../sdk/replay/index.ts";
import { breaches } from "../../../sdk/verify/promise/chain.ts";
import type { Breach } from "../../../sdk/verify/promise/chain.ts";
import { cidText } from "../documents/fetch.ts";

/** A checkpoint key as the chain has it; times are Unix seconds. */
type CheckpointKey = {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly from: bigint;
  readonly until: bigint;
  ended: bigint;
};

/** A version of an action type, and from when until when it was in use. */
type TypeVersion = { readonly schema: string; readonly since: bigint; until: bigint };

export type ChainAnchor = {
  readonly to: number;
  readonly root: string;
  readonly bundle: string;
  readonly block: number;
  readonly txHash: string;
  readonly time: bigint;
};

/** A promise of the service that was shown to be broken on the chain, for everybody to see. */
export type BrokenPromise = {
  readonly breach: Breach;
  readonly index: number;
  readonly block: number;
  readonly txHash: string;
};

/** After a type got another schema, entries by the one before may still be anchored for as long as this (seconds). */
const OLD_SCHEMA = 2n * 86_400n;
const NEVER = 2n ** 63n;

/** What the chain's events say of one service. */
export class RegisteredService {
  readonly name: string;
  readonly agency: number;
  readonly anchors: ChainAnchor[] = [];
  readonly broken: BrokenPromise[] = [];
  readonly #keys: CheckpointKey[] = [];
  readonly #types = new Map<string, TypeVersion[]>();

  constructor(name: string, agency: number) {
    this.name = name;
    this.agency = agency;
  }

  take({ name, args, time, block, txHash }: RegisterEvent): void {
    const text = (member: string) => String(args[member]);
    const versions = this.#types.get(text("name")) ?? [];
    switch (name) {
      case "Anchored":
        this.anchors.push({
          ...{ to: Number(args["size"]), root: text("root"), bundle: text("bundle"), block, txHash, time },
        });
        break;
      case "PromiseBroken":
        this.broken.push({
          breach: breaches[Number(args["breach"])]!,
          index: Number(args["index"]),
          block,
          txHash,
        });
        break;
      case "KeyAdded":
        if (args["use"] !== 1n) break;
        this.#keys.push({
          ...{ id: text("keyId"), publicKey: fromHex(text("publicKey")), ended: NEVER },
          ...{ from: args["validFrom"] as bigint, until: args["validUntil"] as bigint },
        });
        break;
      case "KeyEnded":
        for (const key of this.#keys) if (key.id === args["keyId"]) key.ended = args["endedAt"] as bigint;
        break;
      case "ActionTypeDefined":
      case "ActionTypeWithdrawn":
        for (const version of versions) if (version.until === NEVER) version.until = time;
        if (name === "ActionTypeDefined")
          versions.push({ schema: cidText(text("schemaCid")) ?? "", since: time, until: NEVER });
        this.#types.set(text("name"), versions);
    }
  }

  /** Public keys that could sign a checkpoint anchored at `time`. */
  keysAt(time: bigint): Uint8Array[] {
    const fits = ({ from, until, ended }: CheckpointKey) => from <= time && time <= until && time < ended;
    return this.#keys.filter(fits).map(({ publicKey }) => publicKey);
  }

  /** Whether an entry of this type and schema could be acknowledged shortly before it was anchored at `time`. */
  allows(type: string, schema: string, time: bigint): boolean {
    const versions = this.#types.get(type);
    if (!versions) return commonSchemas.get(type) === schema;
    return versions.some(
      (one) => one.schema === schema && one.since <= time && time <= one.until + OLD_SCHEMA,
    );
  }
}

/** All services by id, in the order of registration. */
export function registeredServices(events: Iterable<RegisterEvent>): Map<string, RegisteredService> {
  const services = new Map<string, RegisteredService>();
  for (const event of events) {
    const id = String(event.args["service"]);
    if (event.name === "ServiceRegistered")
      services.set(id, new RegisteredService(String(event.args["name"]), Number(event.args["agency"])));
    services.get(id)?.take(event);
  }
  return services;
}
