import { readFileSync } from "node:fs";
import type { DeployedContract, DeploymentDescription } from "./deployment.ts";
import { sdkError } from "./errors/sdk.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isContract = (value: unknown): value is DeployedContract =>
  isRecord(value) &&
  /^0x[0-9a-fA-F]{40}$/.test(String(value["address"])) &&
  [value["version"], value["block"]].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);

/** The first member that is missing or malformed. */
function wrongMember(value: unknown): string | undefined {
  if (!isRecord(value)) return "JSON";
  const { chainId, deploymentId, contracts } = value;
  if (!(Number.isSafeInteger(chainId) && Number(chainId) > 0)) return "chainId";
  if (!/^0x[0-9a-fA-F]{64}$/.test(String(deploymentId))) return "deploymentId";
  if (!isRecord(contracts) || Object.keys(contracts).length === 0) return "contracts";
  const wrong = Object.entries(contracts).find(([, contract]) => !isContract(contract));
  return wrong && `contracts.${wrong[0].slice(0, 40)}`;
}

/**
 * Reads where a ledger stands from its file. Node only.
 *
 * @throws ProngsaiError DEPLOYMENT_FILE_UNREADABLE, DEPLOYMENT_FILE_MALFORMED
 */
export function readDeployment(file: string): DeploymentDescription {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw sdkError("DEPLOYMENT_FILE_UNREADABLE", { file, reason: (cause as Error).message }, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw sdkError("DEPLOYMENT_FILE_MALFORMED", { file, member: "JSON" }, cause);
  }
  const member = wrongMember(value);
  if (member) throw sdkError("DEPLOYMENT_FILE_MALFORMED", { file, member });
  return value as DeploymentDescription;
}
