import { existsSync } from "node:fs";
import { FolderDocuments, GatewayDocuments, KuboDocuments } from "../../sdk/documents/index.ts";
import type { ReadableDocuments } from "../../sdk/documents/index.ts";
import type { Said } from "./errors.ts";
import type { Instance } from "./instance.ts";

/** Where published documents are, as the options of a command name it. */
export interface DocumentsGiven {
  /** folder of their blocks */
  readonly documents?: string | undefined;
  /** address of whoever serves the blocks by HTTP */
  readonly gateway?: string | undefined;
  /** RPC address of a Kubo node */
  readonly ipfs?: string | undefined;
}

/** What is given, else where the running instance has them. */
export function documentsOr(
  { documents, gateway, ipfs }: DocumentsGiven,
  instance: Pick<Instance, "documents" | "ipfsApiUrl">,
): DocumentsGiven {
  if (documents || gateway || ipfs) return { documents, gateway, ipfs };
  return instance.ipfsApiUrl ? { ipfs: instance.ipfsApiUrl } : { documents: instance.documents };
}

export const noFolder = (path: string): Said => ({
  th: `ไม่มีโฟลเดอร์ ${path}`,
  en: `There is no folder ${path}.`,
});

/**
 * The documents; of several places the folder counts before the gateway, and that before the Kubo node.
 *
 * @param refuse makes the command's own error of what is wrong
 * @returns undefined when no place is given
 */
export function openDocuments(
  { documents, gateway, ipfs }: DocumentsGiven,
  refuse: (what: Said) => Error,
): ReadableDocuments | undefined {
  if (documents && !existsSync(documents)) throw refuse(noFolder(documents));
  if (documents) return new FolderDocuments(documents);
  if (gateway) return new GatewayDocuments(gateway);
  return ipfs ? new KuboDocuments(ipfs) : undefined;
}
