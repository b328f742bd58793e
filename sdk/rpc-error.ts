import { ProngsaiError } from "./errors.ts";
import type { Details } from "./errors.ts";
import { sdkError } from "./errors/sdk.ts";
import type { SdkErrorCode } from "./errors/sdk.ts";

/** Limit exceeded and resource unavailable: the same request may succeed later (EIP-1474). */
const RETRYABLE_RPC_CODES = new Set([-32005, -32002]);
/** "The method does not exist" of JSON-RPC 2.0, "not supported" of EIP-1474. */
const NOT_OFFERED_RPC_CODES = new Set([-32601, -32004]);

type RpcErrorCode = Extract<SdkErrorCode, `RPC_${string}`>;

/** That the ledger could not be asked, or refused. `retryable` says whether the same request may succeed later. */
export class RpcError extends ProngsaiError {
  readonly retryable: boolean;

  constructor(code: RpcErrorCode, details: Details, cause?: unknown) {
    super(code, sdkError(code, details).texts, details, cause);
    const { status, rpcCode } = details as { status?: number; rpcCode?: number };
    this.retryable =
      code === "RPC_UNREACHABLE" ||
      code === "RPC_TIMEOUT" ||
      (status !== undefined && (status === 429 || status >= 500)) ||
      (rpcCode !== undefined && RETRYABLE_RPC_CODES.has(rpcCode));
  }

  /** Whether the node does not offer the method at all, as one that only answers questions. */
  get isNotOffered(): boolean {
    return NOT_OFFERED_RPC_CODES.has((this.details as { rpcCode?: number }).rpcCode ?? 0);
  }

  /** Return data of a reverted call, `0x…`, for `decodeContractError`; undefined when there are none. */
  get revertData(): string | undefined {
    const { data } = this.details as { data?: unknown };
    const inner = typeof data === "object" && data !== null && "data" in data ? data.data : data;
    return typeof inner === "string" && inner.startsWith("0x") ? inner : undefined;
  }
}
