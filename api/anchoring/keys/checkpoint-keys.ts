import { existsSync } from "node:fs";
import { join } from "node:path";
import { ed25519Signer, logOrigin } from "../../../sdk/log/checkpoint/index.ts";
import type { NoteSigner } from "../../../sdk/log/checkpoint/index.ts";
import { anchoringError } from "../errors/anchoring-error.ts";
import { keyError } from "../../keys/key-error.ts";
import { isPublicKnowledge } from "../../keys/demonstration.ts";
import { readSecretFile } from "../../keys/secret-file.ts";

export type CheckpointKeysOptions = {
  /** LOG_CHECKPOINT_KEYS: folder with a file `<service>.key` for each service */
  readonly folder: string;
  readonly chainId: number;
  /** `0x` and 64 digits */
  readonly deploymentId: string;
};

/**
 * Signers of checkpoints, a file of the operator's for each service. A file is read at each use, so that a key that was
 * changed (after the new one was registered) signs from then on.
 */
export class CheckpointKeys {
  readonly #options: CheckpointKeysOptions;

  constructor(options: CheckpointKeysOptions) {
    this.#options = options;
  }

  /**
   * @param service reverse-DNS name, as the ledger has it
   * @throws ProngsaiError LOG_ANCHOR_NO_CHECKPOINT_KEY, LOG_KEY_FILE, LOG_KEY_DEMONSTRATION
   */
  signer(service: string): NoteSigner {
    const { folder, chainId, deploymentId } = this.#options;
    const path = join(folder, `${service}.key`);
    if (!existsSync(path)) throw anchoringError("LOG_ANCHOR_NO_CHECKPOINT_KEY", { service });
    const secret = readSecretFile(service, path);
    if (isPublicKnowledge(secret, chainId, service))
      throw keyError("LOG_KEY_DEMONSTRATION", { name: service, chainId });
    return ed25519Signer(logOrigin(service, deploymentId), "note", secret);
  }
}
