import type { Request, Response } from "express";
import type { Locale } from "../../../sdk/errors.ts";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { languageOf } from "./language.ts";
import { retryAfter, statusOf } from "./status.ts";

/** A problem document. Source: RFC 9457; `code`, `why`, `mend` and `details` are extension members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly mend: string;
  /** the offending values and limits, by name */
  readonly details: Readonly<Record<string, unknown>>;
}

const LONGEST = 200;

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return value.toWellFormed().slice(0, LONGEST);
  return typeof value === "object" && value !== null ? undefined : value;
}

/** @param path where it happened, without parameters */
export function problemOf(error: ProngsaiError, language: Locale, path: string): Problem {
  const { what, why, mend } = error.explain(language);
  return {
    type: `/api#${error.code}`,
    title: what,
    status: statusOf(error),
    detail: why,
    instance: path.slice(0, LONGEST),
    code: error.code,
    mend,
    details: Object.fromEntries(
      Object.entries(error.details)
        .map(([name, value]) => [name, plain(value)] as const)
        .filter(([, value]) => value !== undefined),
    ),
  };
}

export function sendProblem(error: ProngsaiError, request: Request, response: Response): void {
  const language = languageOf(request);
  const problem = problemOf(error, language, request.path);
  const wait = retryAfter(error);
  if (wait !== null) response.set("Retry-After", String(wait));
  // A tag that was set for the answer does not belong to its problem.
  response.removeHeader("ETag");
  response
    .status(problem.status)
    .set("Cache-Control", "no-store")
    .set("Content-Language", language)
    .type("application/problem+json")
    .send(`${JSON.stringify(problem)}\n`);
}
