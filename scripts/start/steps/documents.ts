import { join } from "node:path";
import { FolderDocuments, KuboDocuments } from "../../../sdk/documents/index.ts";
import type { Step } from "../context.ts";

export const documentsStep: Step = {
  name: "documents",
  run: async (context) => {
    const { ipfsApiUrl, dataDir } = context.settings;
    if (ipfsApiUrl) {
      context.documents = new KuboDocuments(ipfsApiUrl);
      return "Kubo of IPFS_API_URL";
    }
    context.documents = new FolderDocuments(join(dataDir, "documents"));
    return "IPFS blocks in a folder";
  },
};
