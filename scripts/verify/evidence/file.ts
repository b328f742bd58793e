import { readFile } from "node:fs/promises";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import type { LogReport, TrustedHead } from "../../../sdk/log/verify/index.ts";
import type { CheckpointKey } from "../../../sdk/verify/checkpoint-keys.ts";
import type { CountedThing, CountRegister, CountScope } from "../../../sdk/verify/count-records.ts";
import type { JournalState } from "../../../sdk/verify/journal.ts";
import type { LineScope } from "../../../sdk/verify/line-scope.ts";
import type { ComparedFigure, LogScope } from "../../../sdk/verify/logs/index.ts";
import type { LogReference } from "../../../sdk/verify/record.ts";
import type { AskedDetail } from "../../../sdk/verify/step.ts";
import { hasMembersOnce } from "../../../sdk/members-once.ts";
import { noEvidence } from "../errors.ts";

/** What every evidence file begins with; a page's check wrote it. */
interface Head {
  readonly chainId: number;
  readonly block: number;
  readonly asked: AskedDetail;
  /** contract that must list the registers that were asked */
  readonly directory: string;
  readonly checkedAt: string;
}

type Values = Readonly<Record<string, string>>;

/** Values that a page showed of entries of registers. */
export interface ValuesEvidence extends Head {
  readonly kind: "values";
  readonly values: readonly {
    readonly contract: string;
    readonly method: string;
    readonly args: readonly string[];
    readonly address: string;
    readonly field: string;
    readonly expected: string;
    readonly found: string | null;
  }[];
}

/** Sums over lines that a page showed. */
export interface TotalsEvidence extends Head {
  readonly kind: "totals";
  readonly contract: string;
  readonly scope: LineScope;
  readonly expected: Values;
  readonly found: Values;
}

/** Numbers of things that a page showed. */
export interface CountsEvidence extends Head {
  readonly kind: "counts";
  readonly scope: CountScope;
  /** addresses of the registers that were asked, by name */
  readonly registers: Readonly<Partial<Record<CountRegister, string>>>;
  readonly counts: readonly {
    readonly thing: CountedThing;
    readonly expected: number;
    readonly found: number;
  }[];
}

/** A journal that a page showed. */
export interface JournalEvidence extends Head {
  readonly kind: "journal";
  readonly register: string;
  readonly claim: {
    readonly address: string;
    readonly fromBlock: number;
    readonly block: number;
    readonly expected: JournalState;
  };
  readonly found: { readonly onChain: JournalState; readonly folded: JournalState };
}

/** What a page showed of an imported file. `found` is what the check came to, as far as it came. */
export interface ImportEvidence extends Head {
  readonly kind: "import";
  readonly claim: {
    readonly reference: LogReference;
    readonly expected: Readonly<Record<string, string | number>>;
    readonly fileCid: string;
  };
  readonly found: {
    /** false when there was no such record */
    readonly found?: boolean;
    readonly fields?: readonly { readonly field: string; readonly found: string | null }[];
    readonly fileSha256?: string;
    readonly merkleRoot?: string;
    readonly rowsRead?: number;
    readonly quarantined?: number;
  };
}

/** A receipt of a log, checked by keys and head that the ledger had. */
export interface ReceiptEvidence extends Head {
  readonly kind: "receipt";
  /** id of the ledger, after which its logs are named */
  readonly deployment: string;
  /** address of the ActionLog */
  readonly contract: string;
  /** null for one in COSE that carries nothing but its proof */
  readonly receipt: Receipt | null;
  readonly known: { readonly keys: readonly CheckpointKey[]; readonly heads: readonly TrustedHead[] };
  readonly report: LogReport;
}

/** What a page showed of services, their logs and witnesses. */
export interface LogsEvidence extends Head {
  readonly kind: "logs";
  /** address of the ActionLog */
  readonly contract: string;
  readonly agencyRegistry: string;
  readonly scope: LogScope;
  readonly figures: readonly ComparedFigure[];
}

export type Evidence =
  | ValuesEvidence
  | TotalsEvidence
  | CountsEvidence
  | JournalEvidence
  | ImportEvidence
  | ReceiptEvidence
  | LogsEvidence;

const KINDS = new Set(["values", "totals", "counts", "journal", "import", "receipt", "logs"]);

/** @throws ProngsaiError VERIFY_EVIDENCE */
export async function readEvidence(path: string): Promise<Evidence> {
  let content: Partial<Evidence> & { type?: unknown; version?: unknown };
  let isPlain: boolean;
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const said = {
      th: `อ่านแฟ้ม ${path} ไม่ได้ (${cause.code})`,
      en: `${path} cannot be read (${cause.code}).`,
    };
    throw noEvidence(said, cause);
  });
  try {
    content = JSON.parse(bytes.toString("utf8")) as typeof content;
    isPlain = hasMembersOnce(bytes, content);
  } catch (cause) {
    const said = { th: `อ่านแฟ้ม ${path} เป็น JSON ไม่ได้`, en: `${path} cannot be read as JSON.` };
    throw noEvidence(said, cause);
  }
  if (!isPlain)
    throw noEvidence({
      th: `แฟ้ม ${path} มีฟิลด์ชื่อซ้ำกันในวัตถุเดียวกัน`,
      en: `${path} has a member twice in one object.`,
    });
  const isEvidence =
    content?.type === "prongsai-evidence" &&
    content.version === 1 &&
    KINDS.has(content.kind ?? "") &&
    Number.isSafeInteger(content.block) &&
    Number.isSafeInteger(content.chainId) &&
    typeof content.directory === "string" &&
    typeof content.asked?.blockHash === "string";
  if (!isEvidence)
    throw noEvidence({
      th: `${path} ไม่ใช่แฟ้มหลักฐานของสมุดบัญชีกลาง`,
      en: `${path} is no evidence file of this ledger.`,
    });
  return content as Evidence;
}
