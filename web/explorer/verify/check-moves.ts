import { Interface } from "ethers";
import { eventTopic, numberTopic } from "../../../sdk/abi-event.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, Comparison } from "../../ui/verify/types.ts";
import { callEntries } from "./call.ts";
import { askedStep, askLedger, cannotResult } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";

/** Money that moved from one line to another, satang. @property revisionId of a revision; absent when it was carried forward */
type MoveSaid = {
  readonly revisionId?: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
};

type ObligationSaid = {
  readonly obligationId: string;
  readonly total: string;
  readonly schedule: readonly { readonly fiscalYear: number; readonly amount: string }[];
};

/** What the page says of revisions, money carried forward, and obligations over several years. */
export type MovesSaid = {
  readonly moves: readonly MoveSaid[];
  readonly obligations: readonly ObligationSaid[];
};

const reader = new Interface([...abis.IBudgetLines, ...abis.IBudgetCommitments]);
const topicOf = (abi: "IBudgetLines" | "IBudgetCommitments", name: string) =>
  eventTopic(abis[abi].find((item) => item.type === "event" && item.name === name) as AbiEvent);
const MOVED = topicOf("IBudgetLines", "RevisionMoved");
const CARRIED = topicOf("IBudgetCommitments", "CommitmentCarriedForward");

type Registers = { readonly lines: string; readonly commitments: string };

/** Moves of these revisions, and what was carried forward from these lines, as the registers' events tell them. */
async function readMoves(
  rpc: RpcClient,
  { lines, commitments }: Registers,
  said: readonly MoveSaid[],
  block: number,
  signal: AbortSignal,
): Promise<MoveSaid[]> {
  const revisions = said.flatMap(({ revisionId }) =>
    revisionId === undefined ? [] : [numberTopic(revisionId)],
  );
  const carried = said.flatMap(({ revisionId, from }) =>
    revisionId === undefined ? [numberTopic(from)] : [],
  );
  const found: MoveSaid[] = [];
  const ranges = [
    ...(revisions.length > 0 ? [{ address: lines, topics: [MOVED, revisions] }] : []),
    ...(carried.length > 0 ? [{ address: commitments, topics: [CARRIED, null, carried] }] : []),
  ];
  for (const range of ranges) {
    for await (const { logs } of readLogs(rpc, { ...range, fromBlock: 0, toBlock: block }, { signal })) {
      for (const { topics, data } of logs) {
        const { name, args } = reader.parseLog({ topics: [...topics], data })!;
        found.push({
          ...(name === "RevisionMoved" && { revisionId: String(args["revisionId"]) }),
          from: String(args["fromLine"]),
          to: String(args["toLine"]),
          amount: String(args["amount"]),
        });
      }
    }
  }
  return found;
}

/** Asks the registers for every move and obligation that the page shows. */
export function movesCheck(texts: Texts, standing: Standing, said: MovesSaid): Check {
  const { t, language, baht } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const names = ["BudgetLines", "BudgetCommitments"] as const;
      const listed = yield* findListed(texts, rpc, names, standing.block, signal);
      if ("refused" in listed) return listed.refused;
      const { BudgetLines: lines, BudgetCommitments: commitments } = listed.registers;

      const events = await readMoves(rpc, { lines, commitments }, said.moves, standing.block, signal);
      const calls = said.obligations.map(({ obligationId }) => ({
        contract: "BudgetCommitments",
        to: commitments,
        method: "obligation",
        args: [obligationId],
      }));
      const obligations = await callEntries(rpc, calls, standing.block, signal);
      yield { text: t("checks.read", { count: events.length + obligations.length }) };

      const rows: Comparison[] = [];
      const compare = (item: string, shown: string, found: string | undefined) => {
        if (shown === found) return;
        rows.push({ item, said: baht(shown), ledger: found === undefined ? t("checks.none") : baht(found) });
      };
      const waiting = [...events];
      for (const { revisionId, from, to, amount } of said.moves) {
        const isSame = (one: MoveSaid) => one.revisionId === revisionId && one.from === from && one.to === to;
        const exact = waiting.findIndex((one) => isSame(one) && one.amount === amount);
        const at = exact === -1 ? waiting.findIndex(isSame) : exact;
        const [found] = at === -1 ? [] : waiting.splice(at, 1);
        const item = revisionId === undefined ? "checks.moves.carry" : "checks.moves.revision";
        compare(t(item, { from, to }), amount, found?.amount);
      }
      for (const [index, { obligationId, total, schedule }] of said.obligations.entries()) {
        const entry = obligations[index];
        const found =
          entry instanceof RpcError
            ? null
            : (entry as { total: bigint; schedule: { year: bigint; amount: bigint }[] });
        compare(t("checks.moves.obligation", { id: obligationId }), total, found?.total.toString());
        for (const { fiscalYear, amount } of schedule) {
          const year = found?.schedule.find((one) => Number(one.year) === fiscalYear);
          const item = t("checks.moves.obligationYear", { id: obligationId, year: fiscalYear });
          compare(item, amount, year?.amount.toString());
        }
      }
      const shared = {
        compared: [t("project.moves.revisions"), t("project.moves.carries"), t("project.moves.obligations")],
        left: t("checks.leftOfMoves"),
      };
      if (rows.length === 0) return { kind: "agrees", ...shared };
      return { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
