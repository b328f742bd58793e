import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { webhookError } from "../errors/webhook-error.ts";

const DEMONSTRATION_CHAIN = 31_337;

/**
 * WEBHOOK_LOOPBACK: whether webhooks may lead to this machine itself.
 *
 * @throws ProngsaiError WEBHOOK_SETTING when it is something else than 0 or 1, or asks for it on another chain than the
 * demonstration's
 */
export function readLoopback(
  { WEBHOOK_LOOPBACK: given = "" }: NodeJS.ProcessEnv,
  { chainId }: DeploymentDescription,
): boolean {
  if (given === "" || given === "0") return false;
  if (given === "1" && chainId === DEMONSTRATION_CHAIN) return true;
  throw webhookError("WEBHOOK_SETTING", {
    name: "WEBHOOK_LOOPBACK",
    wanted: "0, or 1 on the demonstration's chain only",
    wantedTh: " 0 หรือ 1 และเป็น 1 ได้เฉพาะบนเครือข่ายสาธิต",
  });
}
