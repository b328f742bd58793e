import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isAddress } from "ethers";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { KuboDocuments } from "../../sdk/documents/index.ts";
import { documentsOr, noFolder, openDocuments } from "../platform/documents.ts";
import { saidOfCommandLine } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";
import { auditError } from "./errors.ts";
import type { AuditRequest } from "./run.ts";

const options = {
  rpc: { type: "string" },
  directory: { type: "string" },
  deployment: { type: "string" },
  documents: { type: "string" },
  ipfs: { type: "string" },
  gateway: { type: "string" },
  "no-documents": { type: "boolean" },
  api: { type: "string" },
  "no-api": { type: "boolean" },
  block: { type: "string" },
  fast: { type: "boolean" },
  payloads: { type: "string" },
  json: { type: "boolean" },
} as const;

export interface AuditCommand {
  readonly request: AuditRequest;
  readonly json: boolean;
}

type Given = ReturnType<typeof readGiven>;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw auditError("AUDIT_USAGE", saidOfCommandLine(cause), cause);
  }
}

function readGiven(args: string[]) {
  const { values, positionals } = parse(args);
  const [only, ...more] = positionals;
  if ((only !== undefined && only !== "log") || more.length > 0)
    throw auditError("AUDIT_USAGE", {
      th: `${positionals.join(" ")}: ส่วนที่ตรวจแยกได้มีเพียง “log”`,
      en: `${positionals.join(" ")}: the one part that can be audited by itself is “log”.`,
    });
  return { ...values, ...(only && { only: "log" as const }) };
}

/** What a running instance knows is taken where nothing is given. */
function withInstance(given: Given): Given {
  if (given.rpc) return given;
  const instance = readInstance(readSettings().dataDir);
  return {
    ...given,
    rpc: instance.rpcUrl,
    deployment: given.deployment ?? (given.directory ? undefined : instance.deployment),
    ...documentsOr(given, instance),
    api: given.api ?? instance.apiUrl,
  };
}

function readBlock(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw auditError("AUDIT_USAGE", {
    th: `--block ต้องเป็นเลขที่บล็อก ไม่ใช่ ${text}`,
    en: `--block ${text} is no block number.`,
  });
}

async function readDeployment(path: string): Promise<DeploymentDescription> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as DeploymentDescription;
  } catch (cause) {
    const said = {
      th: `อ่านแฟ้ม ${path} ของ --deployment เป็น JSON ไม่ได้`,
      en: `--deployment ${path} cannot be read as JSON.`,
    };
    throw auditError("AUDIT_USAGE", said, cause);
  }
}

/** Every document would be told as missing where nobody is asked. @throws ProngsaiError AUDIT_DOCUMENTS_UNREACHABLE */
async function requireKubo(url: string): Promise<void> {
  try {
    const version = `${url.replace(/\/$/, "")}/api/v0/version`;
    const { ok } = await fetch(version, { method: "POST", signal: AbortSignal.timeout(10_000) });
    if (ok) return;
  } catch {
    // Told below, the same as an answer that is no node's.
  }
  throw auditError("AUDIT_DOCUMENTS_UNREACHABLE", {
    th: "เครื่องบริการ IPFS ไม่ตอบ",
    en: "The IPFS node gives no answer.",
  });
}

async function documentsOf(given: Given) {
  if (given["no-documents"]) return null;
  const documents = openDocuments(given, (what) => auditError("AUDIT_DOCUMENTS_UNREACHABLE", what));
  if (!documents)
    throw auditError("AUDIT_USAGE", {
      th: "ต้องระบุที่เก็บเอกสาร: --documents, --ipfs, --gateway หรือ --no-documents",
      en: "Say where documents are: --documents, --ipfs, --gateway or --no-documents.",
    });
  if (documents instanceof KuboDocuments) await requireKubo(given.ipfs!);
  return documents;
}

/**
 * Reads the command line; what is not given comes from the running instance.
 *
 * @throws ProngsaiError AUDIT_USAGE, AUDIT_DOCUMENTS_UNREACHABLE, INSTANCE_NOT_RUNNING
 */
export async function readCommand(args: string[]): Promise<AuditCommand> {
  const given = withInstance(readGiven(args));
  const deployment = given.deployment ? await readDeployment(given.deployment) : undefined;
  const directory = given.directory ?? deployment?.contracts?.Directory?.address;
  if (!isAddress(directory))
    throw auditError("AUDIT_USAGE", {
      th: "ต้องระบุที่อยู่ของสารบบ (Directory): --directory หรือ --deployment",
      en: "Say where the Directory is: --directory or --deployment.",
    });
  const documents = await documentsOf(given);
  if (given.payloads && !existsSync(given.payloads))
    throw auditError("AUDIT_USAGE", noFolder(given.payloads));
  const block = readBlock(given.block);
  return {
    json: given.json ?? false,
    request: {
      ...{ rpcUrl: given.rpc!, directory, documents, fast: given.fast ?? false },
      ...(deployment ? { deployment } : {}),
      ...(block === undefined ? {} : { block }),
      ...(given.only && { only: given.only }),
      ...(given.payloads && { payloads: given.payloads }),
      ...(given.api && !given["no-api"] ? { apiUrl: given.api } : {}),
    },
  };
}
