import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isAddress } from "ethers";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { KuboDocuments } from "../../sdk/documents/index.ts";
import { documentsOr, openDocuments } from "../platform/documents.ts";
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

type Given = ReturnType<typeof parse>;

function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [only, ...more] = positionals;
    if ((only !== undefined && only !== "log") || more.length > 0)
      throw new Error(`${positionals.join(" ")}: the one part that can be audited by itself is “log”`);
    return { ...values, ...(only && { only: "log" as const }) };
  } catch (cause) {
    throw auditError("AUDIT_USAGE", (cause as Error).message, cause);
  }
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
  throw auditError("AUDIT_USAGE", `--block ${text} is no block number`);
}

async function readDeployment(path: string): Promise<DeploymentDescription> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as DeploymentDescription;
  } catch (cause) {
    throw auditError("AUDIT_USAGE", `--deployment ${path} cannot be read as JSON`, cause);
  }
}

/** Every document would be told as missing where nobody is asked. @throws PlatformError AUDIT_DOCUMENTS_UNREACHABLE */
async function requireKubo(url: string): Promise<void> {
  try {
    const version = `${url.replace(/\/$/, "")}/api/v0/version`;
    const { ok } = await fetch(version, { method: "POST", signal: AbortSignal.timeout(10_000) });
    if (ok) return;
  } catch {
    // Told below, the same as an answer that is no node's.
  }
  throw auditError("AUDIT_DOCUMENTS_UNREACHABLE", "the IPFS node gives no answer");
}

async function documentsOf(given: Given) {
  if (given["no-documents"]) return null;
  const documents = openDocuments(given, (what) => auditError("AUDIT_DOCUMENTS_UNREACHABLE", what));
  if (!documents)
    throw auditError(
      "AUDIT_USAGE",
      "say where documents are: --documents, --ipfs, --gateway or --no-documents",
    );
  if (documents instanceof KuboDocuments) await requireKubo(given.ipfs!);
  return documents;
}

/**
 * Reads the command line; what is not given comes from the running instance.
 *
 * @throws PlatformError AUDIT_USAGE, AUDIT_DOCUMENTS_UNREACHABLE, INSTANCE_NOT_RUNNING
 */
export async function readCommand(args: string[]): Promise<AuditCommand> {
  const given = withInstance(parse(args));
  const deployment = given.deployment ? await readDeployment(given.deployment) : undefined;
  const directory = given.directory ?? deployment?.contracts?.Directory?.address;
  if (!isAddress(directory))
    throw auditError("AUDIT_USAGE", "say where the Directory is: --directory or --deployment");
  const documents = await documentsOf(given);
  if (given.payloads && !existsSync(given.payloads))
    throw auditError("AUDIT_USAGE", `there is no folder ${given.payloads}`);
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
