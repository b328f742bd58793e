import { join } from "node:path";
import { FolderDocuments, KuboDocuments } from "../../../sdk/documents/index.ts";
import type { StepRun } from "../context.ts";

export const run: StepRun = async (context) => {
  const { ipfsApiUrl, dataDir } = context.settings;
  if (ipfsApiUrl) {
    context.documents = new KuboDocuments(ipfsApiUrl);
    return "Kubo of IPFS_API_URL";
  }
  context.documents = new FolderDocuments(join(dataDir, "documents"));
  return "IPFS blocks in a folder";
};
