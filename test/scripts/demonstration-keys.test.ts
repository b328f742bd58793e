import { expect } from "chai";
import type { JsonRpcProvider } from "ethers";
import { Wallet } from "ethers";
import { network } from "hardhat";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_CHAIN_ID } from "../../scripts/chain/genesis.ts";
import { cast } from "../../scripts/demo/cast.ts";
import { playDemo } from "../../scripts/demo/index.ts";
import { importSigner } from "../../scripts/import/index.ts";
import { rejection } from "../support/rejection.ts";

const providerOf = async (chainId: number) => {
  const { ethers } = await network.create({ override: { chainId } });
  return ethers.provider as unknown as JsonRpcProvider;
};

describe("the demonstration's keys, which everybody knows", function () {
  this.timeout(60_000);

  it("sign imports on the demonstration's chain", async () => {
    const signer = await importSigner(await providerOf(DEMO_CHAIN_ID), {});
    expect(await signer.getAddress()).to.equal(cast.bureau.importer.wallet.address);
  });

  it("sign nothing on any other chain", async () => {
    const error = await rejection(importSigner(await providerOf(777), {}));
    expect(error).to.have.property("code", "IMPORT_KEY_MISSING");
    expect((error as Error).message).to.include("777");
    const options = { chainId: 777n } as Parameters<typeof playDemo>[0];
    expect((await rejection(playDemo(options))).message).to.include("refused on chain 777");
  });

  it("give way to a keystore, whose password stands in a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "prongsai-keystore-"));
    try {
      const own = Wallet.createRandom();
      writeFileSync(join(folder, "key.json"), own.encryptSync("correct horse"));
      writeFileSync(join(folder, "password"), "correct horse\n");
      const env = {
        IMPORTER_KEYSTORE: join(folder, "key.json"),
        IMPORTER_PASSWORD_FILE: join(folder, "password"),
      };
      const provider = await providerOf(777);
      expect(await (await importSigner(provider, env)).getAddress()).to.equal(own.address);
      writeFileSync(join(folder, "password"), "wrong\n");
      expect(await rejection(importSigner(provider, env))).to.have.property("code", "IMPORT_KEY_MISSING");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
