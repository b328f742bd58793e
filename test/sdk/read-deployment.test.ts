import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProngsaiError } from "../../sdk/errors.ts";
import { readDeployment } from "../../sdk/read-deployment.ts";

describe("sdk: the file of a deployment", () => {
  const folder = mkdtempSync(join(tmpdir(), "prongsai-deployment-"));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "deployment.json");
  const contract = { address: `0x${"aB".repeat(20)}`, version: 1, block: 7 };
  const right = { chainId: 31_337, deploymentId: `0x${"5c".repeat(32)}`, contracts: { Directory: contract } };

  function refused(): ProngsaiError {
    try {
      readDeployment(file);
    } catch (error) {
      return error as ProngsaiError;
    }
    throw new Error("it was read");
  }

  it("is read as it stands", () => {
    writeFileSync(file, JSON.stringify(right));
    expect(readDeployment(file)).to.deep.equal(right);
  });

  for (const [member, content] of [
    ["JSON", "not JSON"],
    ["JSON", "null"],
    ["JSON", "[]"],
    ["chainId", JSON.stringify({ ...right, chainId: "31337" })],
    ["chainId", JSON.stringify({ ...right, chainId: 0 })],
    ["deploymentId", JSON.stringify({ ...right, deploymentId: "0x00" })],
    ["contracts", JSON.stringify({ ...right, contracts: {} })],
    ["contracts", JSON.stringify({ ...right, contracts: [contract] })],
    ["contracts.Directory", JSON.stringify({ ...right, contracts: { Directory: contract.address } })],
    ["contracts.X", JSON.stringify({ ...right, contracts: { X: { ...contract, address: "0x1" } } })],
    ["contracts.X", JSON.stringify({ ...right, contracts: { X: { ...contract, block: -1 } } })],
    ["contracts.X", JSON.stringify({ ...right, contracts: { X: { ...contract, version: undefined } } })],
  ] as const)
    it(`is refused for ${member} of ${content.slice(0, 60)}`, () => {
      writeFileSync(file, content);
      const { code, details, message } = refused();
      expect(code).to.equal("DEPLOYMENT_FILE_MALFORMED");
      expect(details).to.include({ file, member });
      expect(message).to.include(file);
    });

  it("that is not there is named, with the reason, in both languages", () => {
    rmSync(file);
    const error = refused();
    expect(error.code).to.equal("DEPLOYMENT_FILE_UNREADABLE");
    for (const language of ["th", "en"] as const) {
      const { what, why, mend } = error.explain(language);
      expect(what).to.include(file);
      expect(why).to.include("ENOENT");
      expect(mend).to.include("DEPLOYMENT");
    }
  });
});
