import { abis } from "../../../sdk/generated/abi/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import { counterNames } from "../../../sdk/replay/budget/state.ts";
import { journalEvents, registerNames } from "../../../sdk/registers.ts";
import { RpcClient, RpcError } from "../../../sdk/rpc.ts";
import { askBlock } from "../../../sdk/verify/ask-block.ts";
import { withAmendments } from "../../../sdk/verify/commitment.ts";
import { compareValues } from "../../../sdk/verify/compare-values.ts";
import { countRecords } from "../../../sdk/verify/count-records.ts";
import type { CountRegister } from "../../../sdk/verify/count-records.ts";
import { verifyJournal } from "../../../sdk/verify/journal.ts";
import { isInScope } from "../../../sdk/verify/line-scope.ts";
import type { ScopedLine } from "../../../sdk/verify/line-scope.ts";
import { verifyRecord } from "../../../sdk/verify/record.ts";
import type { CannotDetail } from "../../../sdk/verify/step.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Said } from "../../platform/errors.ts";
import { cannotVerify } from "../errors.ts";
import { requireClaims } from "./claims.ts";
import { logsRows } from "./logs.ts";
import { receiptRows } from "./receipt.ts";
import type {
  CountsEvidence,
  Evidence,
  ImportEvidence,
  JournalEvidence,
  TotalsEvidence,
  ValuesEvidence,
} from "./file.ts";
import { listedRow, readEntries, readGetters } from "./getters.ts";
import { scopeOf, scopeWords } from "./scope.ts";

/** One value: as the page said it, as its check noted it from the ledger, and as the ledger says it now. */
export interface Row {
  readonly item: string;
  readonly said: string;
  /** null: the ledger had none or no such entry, or the check did not come to it */
  readonly noted: string | null;
  readonly ledger: string | null;
}

export interface Recheck {
  /** node that was asked now */
  readonly url: string;
  readonly rows: readonly Row[];
}

/**
 * Makes the check of an evidence file once more, without the website that it is about.
 *
 * @throws ProngsaiError VERIFY_EVIDENCE, VERIFY_CANNOT, VERIFY_OTHER_CHAIN, VERIFY_BLOCK_UNKNOWN; RpcError
 */
export async function recheck(evidence: Evidence, rpcUrl: string): Promise<Recheck> {
  requireClaims(evidence);
  const { chainId, block, asked } = evidence;
  const rpc = new RpcClient(rpcUrl);
  const now = await askBlock(rpc, chainId, block);
  // The check of an imported file asked for the block of its record.
  const hashed = asked.block === block ? now : await askBlock(rpc, chainId, asked.block);
  const hash = {
    item: `hash of block ${asked.block}`,
    said: asked.blockHash,
    noted: asked.blockHash,
    ledger: hashed.blockHash,
  };
  return { url: now.url, rows: [hash, ...(await rowsOf(evidence, rpc, now.blockTime))] };
}

/** @param blockTime as the node has it: the file's could make anything overdue, or nothing */
function rowsOf(evidence: Evidence, rpc: RpcClient, blockTime: number): Promise<Row[]> {
  if (evidence.kind === "values") return valuesRows(evidence, rpc);
  if (evidence.kind === "totals") return totalsRows(evidence, rpc);
  if (evidence.kind === "counts") return countsRows(evidence, rpc, blockTime);
  if (evidence.kind === "journal") return journalRows(evidence, rpc);
  if (evidence.kind === "receipt") return receiptRows(evidence, rpc);
  if (evidence.kind === "logs") return logsRows(evidence, rpc, blockTime);
  return importRows(evidence, rpc);
}

async function valuesRows({ values, directory, block }: ValuesEvidence, rpc: RpcClient): Promise<Row[]> {
  const registers = new Map(
    values.map(({ contract: name, address }) => [`${name} ${address}`, { name, address }]),
  );
  const listed = await Promise.all(
    [...registers.values()].map((register) => listedRow(rpc, directory, register, block)),
  );
  const answers = await readEntries(
    rpc,
    values.map(({ address, ...getter }) => ({ ...getter, to: address })),
    block,
  );
  const entries = await Promise.all(
    values.map(({ address: to, field, ...getter }, i) => {
      const entry = answers[i] instanceof RpcError ? null : answers[i];
      return withAmendments(entry, { ...getter, to }, [field], { rpc, block });
    }),
  );
  const rows = values.map(({ contract, method, args, field, expected, found }, i) => {
    const entry = entries[i];
    const [compared] = compareValues({ [field]: expected }, entry);
    const item = `${contract}.${method}(${args.join(", ")}).${field}`;
    return { item, said: compared!.expected, noted: found, ledger: compared!.found };
  });
  return [...listed, ...rows];
}

interface Line extends ScopedLine {
  readonly counters: Readonly<Record<string, bigint>>;
}

async function totalsRows(evidence: TotalsEvidence, rpc: RpcClient): Promise<Row[]> {
  const { contract: to, directory, block, scope, expected, found } = evidence;
  const getter = (method: string, ...args: unknown[]) => ({ contract: "BudgetLines", to, method, args });
  const [count] = await readGetters(rpc, [getter("lineCount")], block);
  const all = Array.from({ length: Number(count) }, (_, i) => getter("line", i + 1));
  const lines = ((await readGetters(rpc, all, block)) as Line[]).filter((line) => isInScope(line, scope));
  const part = scopeWords(scope);
  const rows = Object.entries(expected).map(([name, said]) => {
    const isCounter = counterNames.some((one) => one === name);
    const ledger = lines.reduce((sum, { counters }) => sum + (counters[name] ?? 0n), 0n);
    return {
      item: `${name} of ${part === "" ? "all " : ""}${lines.length} lines${part}`,
      said,
      noted: found[name] ?? null,
      ledger: isCounter ? String(ledger) : null,
    };
  });
  return [await listedRow(rpc, directory, { name: "BudgetLines", address: to }, block), ...rows];
}

async function countsRows(evidence: CountsEvidence, rpc: RpcClient, blockTime: number): Promise<Row[]> {
  const { counts, scope, registers, directory, block } = evidence;
  const register = (name: CountRegister) => {
    const address = registers[name];
    if (address) return address;
    throw cannot({
      th: `แฟ้มหลักฐานไม่ได้บอกที่อยู่ของทะเบียน ${name}`,
      en: `The evidence does not say where the register ${name} is.`,
    });
  };
  const asked = Object.entries(registers).map(([name, address]) => ({ name, address }));
  const rows: Row[] = await Promise.all(asked.map((register) => listedRow(rpc, directory, register, block)));
  for (const { thing, expected, found } of counts) {
    const own = scopeOf(thing, scope);
    const counted = await countRecords(thing, own, {
      rpc,
      register,
      block,
      blockTime,
      most: Infinity,
      read: (getters) =>
        readGetters(
          rpc,
          getters.map((getter) => ({ ...getter, to: register(getter.contract) })),
          block,
        ),
    });
    const ledger = "number" in counted ? String(counted.number) : null;
    const item = `number of ${thing}${scopeWords(own)}`;
    rows.push({ item, said: String(expected), noted: String(found), ledger });
  }
  return rows;
}

async function journalRows(evidence: JournalEvidence, rpc: RpcClient): Promise<Row[]> {
  const { claim, chainId, register, found, directory } = evidence;
  const name = registerNames.find((one) => one === register);
  if (!name)
    throw cannot({
      th: `โปรแกรมรุ่นนี้ไม่มีทะเบียน ${register}`,
      en: `${register} is no register of this version.`,
    });
  for await (const step of verifyJournal({
    ...claim,
    chainId,
    rpcUrl: rpc.url,
    events: journalEvents(name),
  })) {
    if (step.step === "cannot") throw cannotStep(step.detail);
    if (step.step !== "agrees" && step.step !== "differs") continue;
    const { expected, onChain, folded } = step.detail;
    const row = (item: string, said: string | number, noted: string | number, ledger: string | number) => ({
      ...{ item: `${register}: ${item}`, said: String(said), noted: String(noted), ledger: String(ledger) },
    });
    return [
      await listedRow(rpc, directory, { name, address: claim.address }, claim.block),
      row("entries", expected.count, found.onChain.count, onChain.count),
      row("root of the contract", expected.root, found.onChain.root, onChain.root),
      row("root of its events", expected.root, found.folded.root, folded.root),
    ];
  }
  throw cannot(NOT_ENDED);
}

async function importRows(evidence: ImportEvidence, rpc: RpcClient): Promise<Row[]> {
  const { claim, chainId, block, directory, found } = evidence;
  const event = abis.ImportAnchor.find((item) => "name" in item && item.name === "BatchAnchored") as AbiEvent;
  for await (const step of verifyRecord({ ...claim, chainId, rpcUrl: rpc.url, event })) {
    if (step.step === "cannot") throw cannotStep(step.detail);
    if (step.step !== "agrees" && step.step !== "differs") continue;
    const rows = step.detail.fields.map(({ field, expected, found: ledger }) => {
      const noted = found.fields?.find((one) => one.field === field);
      // A check that went on to the file had found its anchor as the page showed it.
      return { item: field, said: expected, noted: noted ? noted.found : expected, ledger };
    });
    const { address, txHash, logIndex } = claim.reference;
    return [
      await listedRow(rpc, directory, { name: "ImportAnchor", address }, block),
      {
        item: `a file is anchored in transaction ${txHash}, log ${logIndex}`,
        said: "true",
        noted: String(found.found ?? true),
        ledger: String(step.detail.found),
      },
      ...rows,
    ];
  }
  throw cannot(NOT_ENDED);
}

const NOT_ENDED = { th: "การตรวจไม่ถึงขั้นสุดท้าย", en: "The check did not come to its end." };

const cannot = (what: Said) =>
  cannotVerify(what, { th: "ถามโหนดอื่นด้วย --rpc", en: "Ask another node with --rpc." });

const cannotStep = ({ texts }: CannotDetail) => new ProngsaiError("VERIFY_CANNOT", texts);
