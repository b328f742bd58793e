import { encodeBytes32String } from "ethers";
import { parseAnswer } from "../../../sdk/log/promise/answer-file.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { judgePromise, verdictText } from "../../../sdk/verify/promise/index.ts";
import type { PromiseVerdict } from "../../../sdk/verify/promise/index.ts";
import { describeError } from "../../platform/errors.ts";
import { CHECK_DIRECTORY, cannotVerify } from "../errors.ts";
import { readGetters } from "../evidence/getters.ts";
import { readInput } from "../log/file.ts";
import { readPromiseCommand } from "./command.ts";
import { reportBreaches } from "./report.ts";

/** What the command ends with: kept; broken, or no promise at all; not due yet by the ledger's own time, or not to be told. */
const exitCodes: Readonly<Record<PromiseVerdict["state"], number>> = {
  kept: 0,
  keptTooLate: 1,
  broken: 1,
  notPromised: 1,
  open: 2,
  overdue: 2,
  withheld: 2,
};

/** The newest ActionLog that the Directory lists. @throws ProngsaiError VERIFY_CANNOT */
async function actionLog(rpc: RpcClient, directory: string, block: number): Promise<string> {
  const args = [encodeBytes32String("ActionLog")];
  const latest = { contract: "Directory", to: directory, method: "latest", args };
  try {
    const [found] = await readGetters(rpc, [latest], block);
    return (found as { target: string }).target.toLowerCase();
  } catch (cause) {
    const said = {
      th: `โหนดไม่รู้จักสารบบ (Directory) ที่มีทะเบียน ActionLog ที่ ${directory}`,
      en: `The node knows no Directory with an ActionLog at ${directory}.`,
    };
    throw cannotVerify(said, CHECK_DIRECTORY, cause);
  }
}

/**
 * Says whether a promise of the intake was kept, and with `--report` puts it on record when it was not.
 *
 * @returns exit code: 0 when it was kept, 1 when it was not, 2 when it is not due yet or could not be checked
 */
export async function verifyPromise(args: readonly string[]): Promise<number> {
  try {
    const command = await readPromiseCommand(args);
    const { directory, documents, gateway, locale, json, keyFile } = command;
    const answer = parseAnswer((await readInput(command.answer)).toString("utf8"));
    const rpc = new RpcClient(command.rpc);
    const [chainId, block] = (
      await rpc.batch<string[]>([
        { method: "eth_chainId", params: [] },
        { method: "eth_blockNumber", params: [] },
      ])
    ).map(Number) as [number, number];
    const contract = await actionLog(rpc, directory, block);
    const log = { rpc, chainId, contract, block };
    const verdict = await judgePromise(log, answer, { documents }, Math.floor(Date.now() / 1_000));
    const breaches = "breaches" in verdict ? verdict.breaches : [];
    const reporting = {
      ...{ rpc: command.rpc, chainId, contract },
      ...(gateway && { gateway }),
      ...(keyFile && { keyFile }),
    };
    const reported = command.report ? await reportBreaches(reporting, breaches) : [];
    if (json) {
      const told = verdict.state === "withheld" ? { ...verdict, cause: verdict.cause.code } : verdict;
      console.log(
        JSON.stringify({ service: answer.service, block, contract, ...told, reported }, undefined, 2),
      );
    } else {
      if (verdict.state === "withheld") console.error(describeError(verdict.cause));
      console.log(verdictText(verdict, locale));
      for (const { breach, txHash } of reported) console.log(`${breach}: ${txHash}`);
      if (!command.report && breaches.some((one) => !one.reported))
        console.log(locale === "th" ? "แจ้งไว้ในสมุดบัญชีกลางได้ด้วย --report" : "Put it on record with --report.");
    }
    const isOnRecord = reported.length > 0 || (verdict.state === "withheld" && verdict.isReported);
    return isOnRecord ? 1 : exitCodes[verdict.state];
  } catch (error) {
    console.error(describeError(error));
    return 2;
  }
}
