import { describeError } from "../../platform/errors.ts";
import { readLogCommand } from "./command.ts";
import { exitCodes, logReportText, verifyLogFile } from "./verify.ts";

/**
 * Verifies a receipt, published entries or two checkpoints without any network.
 *
 * @returns exit code: 0 when it holds, 1 when it does not, 2 when it cannot be checked or read
 */
export async function verifyLog(args: readonly string[]): Promise<number> {
  try {
    const command = readLogCommand(args);
    const report = await verifyLogFile(command);
    console.log(command.json ? JSON.stringify(report, undefined, 2) : logReportText(report, command.locale));
    return exitCodes[report.verdict];
  } catch (error) {
    console.error(describeError(error));
    return exitCodes.unknown;
  }
}
