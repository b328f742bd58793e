/** An error that a JSON-RPC client gets: code, message and data as geth would give them. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** Hardhat's errors in geth's words, so that every client decodes them in the same way on every chain. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const { code, message, data: given } = error as { code?: number; message?: string; data?: unknown };
  // Where Hardhat finds no way through the sources, the data of a revert stand beside the transaction's hash.
  const data = typeof given === "object" && given !== null && "data" in given ? given.data : given;
  if (typeof data === "string" && data.startsWith("0x")) return new RpcError(3, "execution reverted", data);
  if (code === 3) return new RpcError(3, "execution reverted", "0x");
  if (code === -32004) return new RpcError(-32601, "the method does not exist or is not available");
  return new RpcError(typeof code === "number" ? code : -32603, message ?? "internal error");
}
