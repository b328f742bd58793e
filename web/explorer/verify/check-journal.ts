import { journalEvents, registerNames } from "../../../sdk/registers.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import type { JournalState } from "../../../sdk/verify/journal.ts";
import { verifyJournal } from "../../../sdk/verify/journal.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, Comparison } from "../../ui/verify/types.ts";
import { askedStep, cannotResult, evidenceHead } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { requireListed } from "./listed.ts";
import type { AskedDetail } from "../../../sdk/verify/step.ts";

/** What this website shows of one register's journal. */
export type JournalSaid = {
  readonly contract: string;
  readonly address: string;
  readonly count: number;
  readonly root: string;
};

/** Follows a whole register in the reader's browser and compares its fingerprint with what is shown. */
export function journalCheck(texts: Texts, standing: Standing, said: JournalSaid): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    const name = registerNames.find((one) => one === said.contract);
    if (!name)
      return {
        kind: "unknown",
        why: t("checks.noContracts", { name: said.contract }),
        code: "VERIFY_NO_CONTRACT",
      };
    const claim = {
      rpcUrl: address,
      chainId: standing.chainId,
      address: said.address,
      fromBlock: 0,
      block: standing.block,
      expected: { count: said.count, root: said.root },
    };
    let asked: AskedDetail | undefined;
    let vouching = "";
    try {
      for await (const step of verifyJournal({ ...claim, events: journalEvents(name) }, { signal })) {
        if (step.step === "asked") {
          asked = step.detail;
          yield askedStep(texts, asked);
          const rpc = new RpcClient(address);
          const register = { name, address: said.address };
          const listed = yield* requireListed(texts, rpc, [register], standing.block, signal);
          if ("refused" in listed) return listed.refused;
          vouching = listed.directory;
        } else if (step.step === "followed") {
          const { entries, total } = step.detail;
          yield { text: t("checks.followed", { entries: count(entries), total: count(total) }) };
        } else if (step.step === "cannot") {
          const { code, texts: said } = step.detail;
          const { what, why, mend } = said[language];
          return { kind: "unknown", why: `${what} ${why}`.trim(), mend, code };
        } else {
          yield { text: t("checks.folded") };
          // The node's address stands under `asked`, without what might be secret in it.
          const { rpcUrl, ...kept } = claim;
          void rpcUrl;
          const evidence = asked && {
            ...evidenceHead("journal", standing, asked, vouching),
            register: name,
            claim: kept,
            found: step.detail,
          };
          if (step.step === "agrees") {
            return {
              kind: "agrees",
              text: t("checks.journalAgrees", { number: count(said.count) }),
              compared: [t("checks.field.count"), t("checks.field.root"), t("checks.field.folded")],
              left: t("checks.leftOfJournal"),
              evidence,
            };
          }
          return { kind: "differs", rows: differences(texts, step.detail), evidence: evidence ?? {} };
        }
      }
      return { kind: "unknown", why: t("checks.notARegister") };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}

type Found = { expected: JournalState; onChain: JournalState; folded: JournalState };

function differences({ t, count }: Texts, { expected, onChain, folded }: Found): Comparison[] {
  const rows: Comparison[] = [
    { item: t("checks.field.count"), said: count(expected.count), ledger: count(onChain.count) },
    { item: t("checks.field.root"), said: expected.root, ledger: onChain.root },
    { item: t("checks.field.folded"), said: expected.root, ledger: folded.root },
  ];
  return rows.filter(({ said, ledger }) => said !== ledger);
}
