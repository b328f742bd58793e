import { recoverAddress } from "ethers";
import { fromHex, toHex } from "../../hex.ts";
import { inclusionRoot } from "../../merkle/inclusion.ts";
import { promisesDigest } from "./digest.ts";
import type { PromiseDomain } from "./digest.ts";
import type { SignedPromise } from "./signed.ts";
import { statementHash } from "./statement.ts";

/** The account that signed the promise, `0x…` in lower case; undefined when nobody did. */
export function signerOf(promise: SignedPromise, domain: PromiseDomain): string | undefined {
  const { statement, groupIndex, groupSize, groupPath, signature } = promise;
  const path = groupPath.map((part) => fromHex(part, 32));
  const root = inclusionRoot(statementHash(statement), { index: groupIndex, size: groupSize, path });
  try {
    return root && recoverAddress(toHex(promisesDigest(domain, root)), signature).toLowerCase();
  } catch {
    return undefined;
  }
}
