import { toHex } from "../hex.ts";
import { keccak256 } from "../keccak.ts";

/** Id of a service on the ledger, `0x…`: keccak256 of its reverse-DNS name. Source: ServiceRegistry.sol. */
export const serviceId = (name: string): string => toHex(keccak256(new TextEncoder().encode(name)));
