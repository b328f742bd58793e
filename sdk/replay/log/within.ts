import { keccak256 } from "../../keccak.ts";
import { toHex } from "../../hex.ts";
import type { Act } from "../act.ts";

/**
 * What belongs to a service, empty at first.
 *
 * @throws MissingEntity when no event registered the service
 */
export function within<Key, Entity>(
  act: Act,
  byService: Map<string, Map<Key, Entity>>,
  service: string,
): Map<Key, Entity> {
  act.find("service", act.state.services, service);
  const known = byService.get(service);
  if (known) return known;
  const fresh = new Map<Key, Entity>();
  byService.set(service, fresh);
  return fresh;
}

/** keccak256 as `0x…`. */
export const keccakHex = (bytes: Uint8Array): string => toHex(keccak256(bytes));
