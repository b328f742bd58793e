/**
 * HTTP Message Signatures (RFC 9421) for the intake: what clients need, in Node and browsers. Servers import
 * `verify-request.ts` and `verifying-key.ts`, which need Node.
 */
export * from "./algorithms.ts";
export { REQUIRED_COMPONENTS, signatureBase } from "./components.ts";
export { contentDigest } from "./content-digest.ts";
export * from "./public-key.ts";
export { MAX_FIELD_LENGTH } from "./request.ts";
export type { HttpRequest } from "./request.ts";
export * from "./sign-request.ts";
