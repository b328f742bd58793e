import { parseArgs } from "node:util";
import { isAddress } from "ethers";
import { readFile } from "node:fs/promises";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { saidOfCommandLine } from "../../platform/errors.ts";
import type { Said } from "../../platform/errors.ts";
import { readInstance } from "../../platform/instance.ts";
import { readSettings } from "../../platform/settings.ts";
import { verifyUsage } from "../errors.ts";

const USAGE: Said = {
  th: "npm run verify -- trust RECEIPT [--rpc URL --directory 0x…] [--out trust.json]; ถ้าไม่มี --rpc จะถามระบบที่ทำงานอยู่ที่นี่",
  en: "npm run verify -- trust RECEIPT [--rpc URL --directory 0x…] [--out trust.json]; without --rpc the instance that runs here is asked",
};

export interface TrustCommand {
  /** file of the receipt, JSON or COSE */
  readonly receipt: string;
  readonly rpc: string;
  /** address of the Directory: the one thing that must be known beforehand */
  readonly directory: string;
  /** file to write */
  readonly out: string;
}

const usage = (what: Said, cause?: unknown) => verifyUsage(what, USAGE, cause);

function parse(args: readonly string[]) {
  const options = {
    rpc: { type: "string" },
    directory: { type: "string" },
    out: { type: "string" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw usage(saidOfCommandLine(cause), cause);
  }
}

/** @throws ProngsaiError VERIFY_USAGE, INSTANCE_NOT_RUNNING */
export async function readTrustCommand(args: readonly string[]): Promise<TrustCommand> {
  const { values, positionals } = parse(args);
  const [receipt, ...more] = positionals;
  if (!receipt || more.length > 0)
    throw usage({ th: "trust ต้องมีใบรับหนึ่งฉบับ", en: "trust takes one receipt." });
  const out = values.out ?? "trust.json";
  if (values.rpc === undefined) {
    const { rpcUrl, deployment } = readInstance(readSettings().dataDir);
    const { contracts } = JSON.parse(await readFile(deployment, "utf8")) as DeploymentDescription;
    return { receipt, out, rpc: rpcUrl, directory: values.directory ?? contracts["Directory"]!.address };
  }
  const { rpc, directory } = values;
  if (!directory || !isAddress(directory))
    throw usage({
      th: "เมื่อใช้โหนดของตนเองต้องระบุ --directory ซึ่งเป็นที่อยู่ของสารบบ (Directory)",
      en: "A node of your own needs --directory, the address of the ledger's Directory.",
    });
  return { receipt, out, rpc, directory };
}
