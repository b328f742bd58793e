import { json } from "express";
import type { RequestHandler } from "express";
import type { RestContext } from "../context.ts";
import { compileOperation } from "../operation/operation.ts";
import { runOperation } from "../operation/run.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import { contentEncodingError } from "../problems/content-encoding.ts";
import { restError } from "../problems/rest-error.ts";
import { graphqlContext } from "./context-of.ts";
import { metaOf } from "./envelope.ts";
import { LARGEST_BODY } from "./limits.ts";
import { signalOf } from "./signal.ts";

const FORM = '{"signed": "0x…", "wait": true}';

export const SUBMIT_PATH = "/v1/transactions";
/** A block may take a while; beyond it the answer is what is known by then. */
const SECONDS = 60;

const operation = compileOperation(
  `mutation ($signed: Hex!, $wait: Boolean = true) {
    result: submitTransaction(signed: $signed, wait: $wait) { txHash block succeeded } }`,
  SUBMIT_PATH,
);
export const submitOperation = operation;

const parse = json({ limit: LARGEST_BODY, strict: true, type: "application/json" });

/** The body as JSON, or the problem with it. */
export const readBody: RequestHandler = (request, response, next) => {
  const given = (request.headers["content-type"] ?? "").toWellFormed().slice(0, 80);
  if (!request.is("application/json")) return next(restError("CONTENT_TYPE", { given }));
  parse(request, response, (error?: unknown) => {
    const { type } = (error ?? {}) as { type?: string };
    if (type === "entity.too.large") return next(restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }));
    if (type === "encoding.unsupported") return next(contentEncodingError(request.headers));
    next(error ? restError("BODY_MALFORMED", { form: FORM }, error) : undefined);
  });
};

function variablesOf(body: unknown): { signed: string; wait: boolean } {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw restError("BODY_MALFORMED", { form: FORM });
  const { signed, wait = true, ...others } = body as Record<string, unknown>;
  const [name] = Object.keys(others);
  if (name !== undefined) {
    throw restError("PARAMETER_UNKNOWN", { name: name.toWellFormed().slice(0, 80), known: "signed, wait" });
  }
  if (typeof wait !== "boolean" || typeof signed !== "string")
    throw restError("BODY_MALFORMED", { form: FORM });
  if (!/^0x([0-9a-f]{2})+$/i.test(signed)) {
    const wanted = {
      th: "ธุรกรรมที่ลงนามแล้ว: 0x ตามด้วยเลขฐานสิบหกจำนวนคู่",
      en: "a signed transaction: 0x and an even number of hexadecimal digits",
    };
    throw restError("PARAMETER_MALFORMED", {
      name: "signed",
      value: signed.toWellFormed().slice(0, 80),
      wanted,
    });
  }
  return { signed, wait };
}

/** POST /v1/transactions: the same as the mutation `submitTransaction`. */
export function serveSubmit(context: RestContext): RequestHandler {
  return async (request, response) => {
    readVariables({ parameters: [] }, {}, queryOf(request.originalUrl));
    const variables = variablesOf(request.body);
    const signal = signalOf(response, SECONDS);
    const result = await runOperation<{ txHash: string; block: number | null }>(
      operation,
      variables,
      graphqlContext(context, request, signal),
    );
    const { txHash, block } = result!;
    response
      .status(block === null ? 202 : 201)
      .set({ Location: `${SUBMIT_PATH}/${txHash}`, "Cache-Control": "no-store" })
      .type("application/json")
      .send(`${JSON.stringify({ data: result, meta: metaOf(context.heads.current) })}\n`);
  };
}
