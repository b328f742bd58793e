import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAccountKey } from "../../../api/keys/account-key.ts";
import { CheckpointKeys } from "../../../api/anchoring/keys/checkpoint-keys.ts";
import { demonstrationCheckpointKey } from "../../../api/keys/demonstration.ts";
import { readAnchoringSettings } from "../../../api/anchoring/settings.ts";
import { cast } from "../../../scripts/demo/cast.ts";
import { DEMO_CHAIN_ID } from "../../../scripts/chain/genesis.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { toHex } from "../../../sdk/hex.ts";
import { logOrigin } from "../../../sdk/log/checkpoint/index.ts";
import { codeOf } from "../../sdk/support/code-of.ts";
import { nowhere } from "../../support/deployment.ts";

const SERVICE = "th.go.police.chatbot";
const OWN = `0x${"42".repeat(32)}`;
const deploymentId = `0x${"5a".repeat(32)}`;

describe("keys of whoever promises, anchors or cosigns", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "prongsai-keys-"))));
  after(() => rmSync(folder, { recursive: true }));

  const file = (content: string, mode = 0o600) => {
    const path = join(folder, `${SERVICE}.key`);
    rmSync(path, { force: true });
    writeFileSync(path, content, { mode });
    return path;
  };
  const account = (path: string, chainId = 777) => readAccountKey("LOG_GATEWAY_KEY_FILE", path, chainId);
  const keys = (chainId = 777) => new CheckpointKeys({ folder, chainId, deploymentId });

  it("are read from files that nobody else may read", () => {
    expect(account(file(`${OWN}\n`)).privateKey).to.equal(OWN);
    expect(keys().signer(SERVICE).key.name).to.equal(logOrigin(SERVICE, deploymentId));
  });

  const unusable: [string, () => string][] = [
    ["is missing", () => join(folder, "none")],
    ["others may read", () => file(OWN, 0o640)],
    ["is empty", () => file("")],
    ["holds two keys", () => file(`${OWN}\n${OWN}\n`)],
    ["holds a cut key", () => file(OWN.slice(0, -1))],
    ["holds a number beyond the curve's order", () => file(`0x${"ff".repeat(32)}`)],
    ["is a folder", () => folder],
  ];
  for (const [what, make] of unusable) {
    it(`are refused from a file that ${what}, without repeating it`, () => {
      const path = make();
      try {
        account(path);
        expect.fail("it was taken");
      } catch (error) {
        expect(error).to.have.property("code", "LOG_KEY_FILE");
        expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).to.not.match(
          /42424242|ffffffff/,
        );
      }
    });
  }

  it("of the demonstration sign on its chain only", () => {
    const demonstration = file(cast.town.recorder.wallet.privateKey);
    expect(account(demonstration, DEMO_CHAIN_ID).address).to.equal(cast.town.recorder.wallet.address);
    expect(codeOf(() => account(demonstration))).to.equal("LOG_KEY_DEMONSTRATION");
    file(toHex(demonstrationCheckpointKey(SERVICE)));
    expect(keys(DEMO_CHAIN_ID).signer(SERVICE)).to.have.property("key");
    expect(codeOf(() => keys().signer(SERVICE))).to.equal("LOG_KEY_DEMONSTRATION");
  });

  it("of a service without a file are missed by name", () =>
    expect(codeOf(() => keys().signer("th.go.other"))).to.equal("LOG_ANCHOR_NO_CHECKPOINT_KEY"));

  it("and settings that are missing or cannot be are named", () => {
    const deployment = join(folder, "deployment.json");
    writeFileSync(deployment, JSON.stringify(nowhere));
    const whole = {
      ...{
        RPC_URL: "http://localhost",
        DEPLOYMENT: deployment,
        DATA_DIR: folder,
        DATABASE_URL: "postgresql://x",
      },
      ...{ LOG_GATEWAY_KEY_FILE: "a", LOG_CHECKPOINT_KEYS: "b" },
    };
    expect(readAnchoringSettings(whole)).to.include({ interval: 1 });
    for (const name of Object.keys(whole))
      expect(
        codeOf(() => readAnchoringSettings({ ...whole, [name]: "" })),
        name,
      ).to.equal("LOG_ANCHOR_SETTING");
    const say = (change: NodeJS.ProcessEnv) => () => readAnchoringSettings({ ...whole, ...change });
    for (const LOG_ANCHOR_INTERVAL of ["0", "-1", "3601", "x"])
      expect(say({ LOG_ANCHOR_INTERVAL }))
        .to.throw(ProngsaiError, "It must be a number from 0.1 to 3600")
        .with.property("code", "LOG_ANCHOR_SETTING");
    for (const LOG_ANCHOR_METRICS_PORT of ["0", "80.5", "65536", "x"])
      expect(say({ LOG_ANCHOR_METRICS_PORT }))
        .to.throw(ProngsaiError, "It must be a whole number from 1 to 65535")
        .with.property("code", "LOG_ANCHOR_SETTING");
    expect(readAnchoringSettings({ ...whole, LOG_ANCHOR_METRICS_PORT: "9464" })).to.include({
      metricsPort: 9464,
    });
    expect(say({ DEPLOYMENT: folder }))
      .to.throw(ProngsaiError, folder)
      .with.property("code", "DEPLOYMENT_FILE_UNREADABLE");
  });
});
