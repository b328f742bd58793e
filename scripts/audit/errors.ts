import { PlatformError } from "../platform/errors.ts";

const mends = {
  AUDIT_USAGE:
    "npm run audit (while an instance runs), or npm run audit -- --rpc URL --directory 0x… (or --deployment FILE) --documents FOLDER (or --ipfs URL, or --gateway URL, or --no-documents) [--api URL] [--block N] [--fast] [--json]; npm run audit -- log … [--api URL] [--payloads FOLDER] for the action logs alone",
  AUDIT_BLOCK_UNKNOWN: "give a block that the node has, or leave --block out for its newest",
  AUDIT_NO_DIRECTORY: "check the Directory's address and that the node serves the right chain",
  AUDIT_DOCUMENTS_UNREACHABLE:
    "check the folder or the IPFS node's address, or leave documents out with --no-documents",
  AUDIT_REORGANISED: "audit again",
} as const;

export type AuditErrorCode = keyof typeof mends;

/** Why the audit could not be made at all. */
export function auditError(code: AuditErrorCode, what: string, cause?: unknown): PlatformError {
  return new PlatformError(code, what, mends[code], cause);
}
