import { toHex } from "./hex.ts";
import type { AbiEvent, AbiParameter } from "./journal.ts";
import { keccak256 } from "./keccak.ts";

function typeName({ type, components }: AbiParameter): string {
  if (!type.startsWith("tuple")) return type;
  return `(${(components ?? []).map(typeName).join(",")})${type.slice("tuple".length)}`;
}

/** `Paid(uint64,(bytes,bytes32,uint64))`: name and types as they are hashed. */
export function eventSignature({ name, inputs }: AbiEvent): string {
  return `${name}(${inputs.map(typeName).join(",")})`;
}

/** First topic of the event's logs: the Keccak-256 of its signature, `0x…`. */
export function eventTopic(event: AbiEvent): string {
  return toHex(keccak256(new TextEncoder().encode(eventSignature(event))));
}

/** Topic of an indexed argument that is a number. */
export function numberTopic(number: string | number | bigint): string {
  return `0x${BigInt(number).toString(16).padStart(64, "0")}`;
}
