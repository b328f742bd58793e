// `npm run import`: reads a published file, keeps it without natural persons' data and anchors it on the running ledger.
//   npm run import -- egp FILE.csv --source SOURCE.json [--supersedes NUMBER]
//   npm run import -- ocds FILE|FOLDER [--supersedes NUMBER]
// SOURCE.json says where the file comes from: sha256, source_url, retrieved_at (ISO 8601), license. --supersedes NUMBER
// replaces that batch as a whole. Importing the same file again changes nothing.
import { parseArgs } from "node:util";
import { JsonRpcProvider } from "ethers";
import { FolderDocuments, KuboDocuments } from "../sdk/documents/index.ts";
import { readDeployment } from "../sdk/read-deployment.ts";
import { sdkError } from "../sdk/errors/sdk.ts";
import type { ImportFormat } from "../sdk/import/index.ts";
import {
  anchorPlan,
  importReport,
  importSigner,
  planImport,
  progressLine,
  requireBatch,
  supersede,
} from "./import/index.ts";
import { importCommandError } from "./import/errors.ts";
import { describeError } from "./platform/errors.ts";
import { readInstance } from "./platform/instance.ts";
import { readSettings } from "./platform/settings.ts";

interface Command {
  format: ImportFormat;
  path: string;
  source?: string;
  /** the batch that this one replaces */
  supersedes?: bigint;
}

function readCommand(): Command {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { source: { type: "string" }, supersedes: { type: "string" } },
    });
  } catch (cause) {
    throw importCommandError(
      "IMPORT_USAGE",
      { th: "อ่านคำสั่งไม่ได้", en: "the command line cannot be understood" },
      cause,
    );
  }
  const [format, path, ...others] = parsed.positionals;
  if ((format !== "egp" && format !== "ocds") || !path || others.length > 0) {
    throw importCommandError("IMPORT_USAGE", {
      th: "ต้องระบุรูปแบบ (egp หรือ ocds) และแฟ้มหนึ่งแฟ้ม",
      en: "say what to import: egp or ocds, and one file",
    });
  }
  const { source, supersedes } = parsed.values;
  if (supersedes !== undefined && !/^[1-9]\d{0,17}$/.test(supersedes)) {
    throw importCommandError("IMPORT_USAGE", {
      th: `--supersedes ต้องเป็นเลขที่ชุดข้อมูล ไม่ใช่ “${supersedes}”`,
      en: `--supersedes takes the number of a batch, not “${supersedes}”`,
    });
  }
  return { format, path, source, ...(supersedes && { supersedes: BigInt(supersedes) }) };
}

/** Codes of a connection that broke off, or that there is nothing to connect to. */
const GONE = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "NETWORK_ERROR"];

/** A chain that went away while it was asked, in words; any other error as it is. */
function chainError(error: unknown): unknown {
  const { code } = Object(error) as { code?: unknown };
  if (!GONE.includes(String(code))) return error;
  try {
    return sdkError(
      "RPC_UNREACHABLE",
      { url: readInstance(readSettings().dataDir).rpcUrl, reason: code },
      error,
    );
  } catch (gone) {
    return gone;
  }
}

async function main(): Promise<void> {
  const { supersedes, ...command } = readCommand();
  const instance = readInstance(readSettings().dataDir);
  const { ipfsApiUrl } = instance;
  const documents = ipfsApiUrl ? new KuboDocuments(ipfsApiUrl) : new FolderDocuments(instance.documents);
  const deployment = readDeployment(instance.deployment);
  const provider = new JsonRpcProvider(instance.rpcUrl, instance.chainId, {
    staticNetwork: true,
    pollingInterval: 50,
    // A remembered number of the signer's transactions would spoil the second one.
    cacheTimeout: -1,
  });
  let shown = 0;
  const show = (line: string) => {
    if (!process.stderr.isTTY || performance.now() - shown < 100) return;
    shown = performance.now();
    process.stderr.write(`\r\x1b[K${line}`);
  };
  try {
    const signer = await importSigner(provider);
    if (supersedes) await requireBatch(supersedes, deployment, signer);
    const plan = await planImport({ ...command, documents, progress: (each) => show(progressLine(each)) });
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    const anchored = await anchorPlan(plan, deployment, signer, supersedes);
    console.log(importReport(plan, anchored));
    if (supersedes) {
      const transaction = await supersede(supersedes, anchored.batchId, deployment, signer);
      console.log(
        `        replaces batch ${supersedes}${transaction ? ` in ${transaction}` : ", said before"}`,
      );
    }
  } finally {
    provider.destroy();
  }
}

try {
  await main();
} catch (error) {
  console.error(`\n${describeError(chainError(error))}`);
  process.exitCode = 1;
}
