import { sdkError } from "../../errors/sdk.ts";
import { fieldOf } from "./request.ts";
import type { HttpRequest } from "./request.ts";

/** What every signature must cover: nothing of the request can be changed, and it cannot be sent as another one. */
export const REQUIRED_COMPONENTS = ["@method", "@target-uri", "content-digest", "idempotency-key"] as const;

const FIELD_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

function derived(name: string, request: Omit<HttpRequest, "body">): string {
  if (name === "@method") return request.method;
  if (name === "@target-uri") return request.targetUri;
  throw sdkError("LOG_SIGNATURE_COMPONENTS", { component: name });
}

/** The value of a component of the request: `@method`, `@target-uri` or any field (RFC 9421 section 2). */
function valueOf(name: string, request: Omit<HttpRequest, "body">): string {
  if (name.startsWith("@")) return derived(name, request);
  if (!FIELD_NAME.test(name) || name === "signature" || name === "signature-input")
    throw sdkError("LOG_SIGNATURE_COMPONENTS", { component: name });
  return fieldOf(request, name);
}

/** @throws ProngsaiError LOG_SIGNATURE_COMPONENTS when one of the required ones is missing, or one is there twice */
export function checkComponents(names: readonly string[]): void {
  for (const required of REQUIRED_COMPONENTS)
    if (!names.includes(required)) throw sdkError("LOG_SIGNATURE_COMPONENTS", { component: required });
  for (let i = 0; i < names.length; i++)
    if (names.indexOf(names[i]!) !== i) throw sdkError("LOG_SIGNATURE_COMPONENTS", { component: names[i] });
}

/** The text that is signed: a line for each component, then the parameters. RFC 9421 section 2.5. */
export function signatureBase(
  components: readonly (readonly [name: string, value: string])[],
  parameters: string,
): string {
  return `${components.map(([name, value]) => `"${name}": ${value}\n`).join("")}"@signature-params": ${parameters}`;
}

/** The same for a request. @throws ProngsaiError LOG_SIGNATURE_COMPONENTS, LOG_SIGNATURE_MISSING */
export function requestBase(
  request: Omit<HttpRequest, "body">,
  names: readonly string[],
  parameters: string,
): string {
  return signatureBase(
    names.map((name) => [name, valueOf(name, request)]),
    parameters,
  );
}
