import { Verify } from "../../../ui/verify/verify.tsx";
import type { Standing } from "../ledger.ts";
import { useLazyCheck } from "../use-lazy-check.ts";
import type { LogsSaid } from "./check-logs.ts";

type Props = { readonly standing: Standing; readonly subject: string; readonly said: LogsSaid };

/** The mark beside what a page shows of logs; the check is fetched when it is started. */
export function VerifyLogs({ standing, subject, said }: Props) {
  const { block, chainId } = standing;
  const check = useLazyCheck({ standing: { block, chainId }, said }, async (texts, claim) => {
    const { logsCheck } = await import("./check-logs.ts");
    return logsCheck(texts, claim.standing, claim.said);
  });
  return <Verify subject={subject} check={check} />;
}
