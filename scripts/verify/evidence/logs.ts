import type { RpcClient } from "../../../sdk/rpc.ts";
import { compareFigures, readFigures } from "../../../sdk/verify/logs/index.ts";
import type { Figure } from "../../../sdk/verify/logs/index.ts";
import { cannotVerify } from "../errors.ts";
import type { LogsEvidence } from "./file.ts";
import { listedRow } from "./getters.ts";
import type { Row } from "./recheck.ts";

const NONE = "none";

/**
 * Reads every figure anew; what the evidence says that the ledger had is only compared.
 *
 * @throws ProngsaiError VERIFY_CANNOT; RpcError
 */
export async function logsRows(evidence: LogsEvidence, rpc: RpcClient): Promise<Row[]> {
  const { chainId, block, contract, agencyRegistry, directory, asked, scope, figures } = evidence;
  const registers = [
    { name: "ActionLog", address: contract },
    { name: "AgencyRegistry", address: agencyRegistry },
  ];
  const listed = await Promise.all(registers.map((one) => listedRow(rpc, directory, one, block)));
  const logs = { rpc, chainId, contract, agencyRegistry, block, blockTime: asked.blockTime };
  const now = await readFigures(logs, scope);
  if ("tooMany" in now)
    throw cannotVerify(
      {
        th: `ต้องถามโหนดถึงคำรับรอง ${now.tooMany} ครั้ง ซึ่งมากเกินไป`,
        en: `The node would have to be asked for ${now.tooMany} confirmations.`,
      },
      { th: "สั่ง npm run audit -- log แทน", en: "Run npm run audit -- log instead." },
    );
  const said = figures.flatMap(({ name, of, said: value }): Figure[] =>
    value === null ? [] : [{ name, of, value }],
  );
  const noted = new Map(figures.map(({ name, of, found }) => [`${name} ${of}`, found]));
  return [
    ...listed,
    ...compareFigures(said, now.figures).map(({ name, of, said: page, found }) => ({
      item: of ? `${name} of ${of}` : name,
      said: page ?? NONE,
      noted: noted.get(`${name} ${of}`) ?? NONE,
      ledger: found ?? NONE,
    })),
  ];
}
