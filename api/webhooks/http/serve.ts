import type { Request, RequestHandler } from "express";
import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
import { hasMembersOnce } from "../../../sdk/members-once.ts";
import { intakeError } from "../../intake/errors/intake-error.ts";
import { restError } from "../../rest/problems/rest-error.ts";
import { readWebhookUrl } from "../address/url.ts";
import type { Reach } from "../address/url.ts";
import { webhookError } from "../errors/webhook-error.ts";
import { webhookAddresses } from "./described.ts";
import { LARGEST_BODY, bodyOf, readSignedBody, verifiedService } from "./signed.ts";
import type { Verifier } from "./signed.ts";

/** What the addresses of webhooks are served from. */
export interface Webhooks extends Verifier {
  readonly reach: Reach;
}

interface Wanted {
  readonly url: string;
  readonly from?: number;
}

/** @throws ProngsaiError WEBHOOK_BODY, CONTENT_TYPE */
function readWanted(request: Request): Wanted {
  const given = (request.headers["content-type"] ?? "").toWellFormed().slice(0, 80);
  if (!request.is("application/json")) throw restError("CONTENT_TYPE", { given });
  const malformed = (cause?: unknown) => webhookError("WEBHOOK_BODY", { limit: LARGEST_BODY }, cause);
  const body = bodyOf(request);
  if (!isUtf8(body)) throw malformed();
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw malformed(error);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || !hasMembersOnce(body, value))
    throw malformed();
  const { url, from, ...others } = value as Record<string, unknown>;
  const isIndex = from === undefined || (Number.isSafeInteger(from) && (from as number) >= 0);
  if (typeof url !== "string" || !isIndex || Object.keys(others).length > 0) throw malformed();
  return { url, ...(from !== undefined && { from: from as number }) };
}

/** @throws ProngsaiError WEBHOOK_UNKNOWN for what is no UUID */
function webhookIn({ params }: Request): string {
  const id = String(params["webhook"]);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw webhookError("WEBHOOK_UNKNOWN");
  return id;
}

const keyOf = (raw: Buffer) => ({
  kty: "OKP",
  crv: "Ed25519",
  x: raw.toString("base64url"),
  kid: `0x${createHash("sha256").update(raw).digest("hex")}`,
  use: "sig",
});

/** Handlers of the addresses, by method and path. */
export function webhookHandlers(webhooks: Webhooks): [string, RequestHandler[]][] {
  const { registry, reach } = webhooks;
  const register: RequestHandler = async (request, response) => {
    const { id, name, closedAt, anchoredSize } = await verifiedService(request, webhooks);
    const { url: given, from } = readWanted(request);
    const { href } = readWebhookUrl(given, reach);
    if (closedAt !== null) throw intakeError("LOG_INTAKE_SERVICE_CLOSED", { service: name, closedAt });
    if (from !== undefined && from > anchoredSize)
      throw webhookError("WEBHOOK_FROM", { value: from, size: anchoredSize });
    const { isNew, subscription } = await registry.register(id, href, from, anchoredSize);
    response
      .status(isNew ? 201 : 200)
      .set("Cache-Control", "no-store")
      .json(subscription);
  };
  const list: RequestHandler = async (request, response) => {
    const { id } = await verifiedService(request, webhooks);
    response.set("Cache-Control", "no-store").json({ webhooks: await registry.list(id) });
  };
  const remove: RequestHandler = async (request, response) => {
    const { id } = await verifiedService(request, webhooks);
    await registry.remove(id, webhookIn(request));
    response.status(204).set("Cache-Control", "no-store").end();
  };
  const keys: RequestHandler = async (_request, response) => {
    const found = await registry.keys();
    response.set("Cache-Control", "public, max-age=60").json({ keys: found.map(keyOf) });
  };
  const { register: post, list: get, remove: del, keys: published } = webhookAddresses;
  return [
    [`${post.method} ${post.path}`, [readSignedBody, register]],
    [`${get.method} ${get.path}`, [readSignedBody, list]],
    [`${del.method} ${del.path}`, [readSignedBody, remove]],
    [`${published.method} ${published.path}`, [keys]],
  ];
}
