import { expect } from "chai";
import { tmpdir } from "node:os";
import { documentsOr, openDocuments } from "../../scripts/platform/documents.ts";
import { FolderDocuments, GatewayDocuments, KuboDocuments } from "../../sdk/documents/index.ts";

const FOLDER = tmpdir();
const refuse = ({ en }: { en: string }) => new Error(en);

describe("where a command finds published documents", () => {
  it("is what it was given, else where the running instance has them", () => {
    const instance = { documents: "/instance", ipfsApiUrl: "http://127.0.0.1:5001" };
    expect(openDocuments(documentsOr({ documents: FOLDER }, instance), refuse)).to.be.instanceOf(
      FolderDocuments,
    );
    expect(documentsOr({}, instance)).to.deep.equal({ ipfs: instance.ipfsApiUrl });
    expect(documentsOr({}, { documents: "/instance" })).to.deep.equal({ documents: "/instance" });
  });

  it("is the folder before the gateway, and that before the node", () => {
    const [gateway, ipfs] = ["http://127.0.0.1:8080", "http://127.0.0.1:5001"];
    expect(openDocuments({ documents: FOLDER, gateway, ipfs }, refuse)).to.be.instanceOf(FolderDocuments);
    expect(openDocuments({ gateway, ipfs }, refuse)).to.be.instanceOf(GatewayDocuments);
    expect(openDocuments({ ipfs }, refuse)).to.be.instanceOf(KuboDocuments);
    expect(openDocuments({}, refuse)).to.equal(undefined);
  });

  it("must be there when it is a folder", () =>
    expect(() => openDocuments({ documents: "/nowhere" }, refuse)).to.throw("There is no folder /nowhere"));
});
