import { isCallException } from "ethers";
import { decodeContractError } from "../../sdk/error-catalogue.ts";
import type { Explanation } from "../../sdk/errors.ts";
import { importCommandError } from "./errors.ts";

/** What the ledger said, in words; any other failure as it is. */
export function refused(cause: unknown): unknown {
  const data = isCallException(cause) ? cause.data : null;
  if (!data) return cause;
  const { code, th, en } = decodeContractError(data);
  const say = ({ what, why, mend }: Explanation) => `${what} ${why} ${mend}`;
  return importCommandError(
    "IMPORT_REFUSED",
    {
      th: `ระบบบัญชีไม่รับชุดข้อมูล (${code}) ${say(th)}`,
      en: `the ledger refused the batch (${code}): ${say(en)}`,
    },
    cause,
  );
}
