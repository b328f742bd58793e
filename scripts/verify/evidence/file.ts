import { readFile } from "node:fs/promises";
import type { JournalState } from "../../../sdk/verify/journal.ts";
import type { LogReference } from "../../../sdk/verify/record.ts";
import type { AskedDetail } from "../../../sdk/verify/step.ts";
import { PlatformError } from "../../platform/errors.ts";

/** What every evidence file begins with; a page's check wrote it. */
interface Head {
  readonly chainId: number;
  readonly block: number;
  readonly asked: AskedDetail;
  readonly checkedAt: string;
}

type Values = Readonly<Record<string, string>>;

/** Values that a page showed of entries of registers. */
export interface ValuesEvidence extends Head {
  readonly kind: "values";
  readonly directory: string;
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
  readonly directory: string;
  readonly contract: string;
  readonly scope: { readonly year: number } | { readonly agency: number } | { readonly code: string };
  readonly expected: Values;
  readonly found: Values;
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
    readonly fields?: readonly { readonly field: string; readonly found: string | null }[];
    readonly fileSha256?: string;
    readonly merkleRoot?: string;
    readonly rowsRead?: number;
    readonly quarantined?: number;
  };
}

export type Evidence = ValuesEvidence | TotalsEvidence | JournalEvidence | ImportEvidence;

const KINDS = new Set(["values", "totals", "journal", "import"]);

/** @throws PlatformError VERIFY_EVIDENCE */
export async function readEvidence(path: string): Promise<Evidence> {
  const mend = "name a file that was downloaded beside a figure, unchanged";
  let content: Partial<Evidence> & { type?: unknown; version?: unknown };
  try {
    content = JSON.parse(await readFile(path, "utf8")) as typeof content;
  } catch (cause) {
    throw new PlatformError("VERIFY_EVIDENCE", `${path} cannot be read as JSON`, mend, cause);
  }
  const isEvidence =
    content?.type === "prongsai-evidence" &&
    content.version === 1 &&
    KINDS.has(content.kind ?? "") &&
    Number.isSafeInteger(content.block) &&
    Number.isSafeInteger(content.chainId) &&
    typeof content.asked?.blockHash === "string";
  if (!isEvidence) {
    throw new PlatformError("VERIFY_EVIDENCE", `${path} is no evidence file of this ledger`, mend);
  }
  return content as Evidence;
}
