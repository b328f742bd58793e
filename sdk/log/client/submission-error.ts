import { ProngsaiError } from "../../errors.ts";
import type { Details } from "../../errors.ts";
import { sdkError } from "../../errors/sdk.ts";
import type { SdkErrorCode } from "../../errors/sdk.ts";

/** What a gateway's problem document says (RFC 9457), as far as programs use it. */
export interface Problem {
  /** stable code of the error catalogue, e.g. `LOG_INTAKE_SEQUENCE_GAP` */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** offending values by name: `index` and `path` of the record, `expected` and `found` numbers … */
  readonly details: Readonly<Record<string, unknown>>;
}

type SubmissionCode = Extract<SdkErrorCode, `LOG_SUBMISSION_${string}`>;

/** That actions were not taken, or that it is not known. */
export class SubmissionError extends ProngsaiError {
  /** whether the same request, body and Idempotency-Key may succeed later */
  readonly retryable: boolean;
  /** milliseconds that the gateway asks to wait */
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(
    code: SubmissionCode,
    details: Details,
    more: {
      readonly retryable: boolean;
      readonly retryAfter?: number | undefined;
      readonly problem?: Problem;
      readonly cause?: unknown;
    },
  ) {
    super(code, sdkError(code, details).texts, details, more.cause);
    this.retryable = more.retryable;
    this.retryAfter = more.retryAfter;
    this.problem = more.problem;
  }
}

/** A signature that is too old, or whose nonce was seen: the next attempt signs anew. */
const SIGN_ANEW = new Set(["LOG_SIGNATURE_TIME", "LOG_INTAKE_NONCE_USED"]);

const text = (value: unknown) => (typeof value === "string" ? value : "");

function problemIn(body: string): Problem {
  try {
    const { code, title, detail, details } = JSON.parse(body) as Record<string, unknown>;
    const values = typeof details === "object" && details !== null ? (details as Problem["details"]) : {};
    return { code: text(code) || "unknown", title: text(title), detail: text(detail), details: values };
  } catch {
    return { code: "unknown", title: "", detail: "", details: {} };
  }
}

/** Seconds or a date (RFC 9110 section 10.2.3), in milliseconds from now. */
function waitOf(field: string | null): number | undefined {
  if (field === null) return undefined;
  const wait = /^\d+$/.test(field) ? Number(field) * 1_000 : Date.parse(field) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** The error of an answer that is not 2xx. */
export async function refusalOf(url: string, response: Response): Promise<SubmissionError> {
  const problem = problemIn(await response.text());
  const { status } = response;
  const details = { url, status, problem: problem.code, title: problem.title, reason: problem.detail };
  return new SubmissionError("LOG_SUBMISSION_REFUSED", details, {
    problem,
    retryable: status === 429 || status === 408 || status >= 500 || SIGN_ANEW.has(problem.code),
    retryAfter: waitOf(response.headers.get("retry-after")),
  });
}
