import type { ActionTypeRow, ClosureRow, GatewayRow, ServiceKeyRow } from "../../read/rows/log.ts";
import { builder } from "../core/builder.ts";
import { LocalizedText } from "../core/node.ts";
import { findActionOf } from "../../../sdk/log/catalogue/index.ts";

const KeyUse = builder.enumType("KeyUse", {
  description: "What a service's key signs: requests that hand in actions, or checkpoints of the log.",
  values: ["SUBMISSION", "CHECKPOINT"] as const,
});
const KeyAlgorithm = builder.enumType("KeyAlgorithm", { values: ["ED25519", "P256"] as const });
export const ServiceKey = builder.objectRef<ServiceKeyRow>("ServiceKey").implement({
  description: "A public key of a service, with the window in which it may sign.",
  fields: (t) => ({
    keyId: t.expose("keyId", { type: "Bytes32", description: "SHA-256 of the public key's bytes." }),
    use: t.field({ type: KeyUse, resolve: ({ use }) => (use === 0 ? "SUBMISSION" : "CHECKPOINT") }),
    algorithm: t.field({
      type: KeyAlgorithm,
      resolve: ({ algorithm }) => (algorithm === 0 ? "ED25519" : "P256"),
    }),
    submitter: t.exposeString("submitter", {
      nullable: true,
      description: "Label of the writer that the key signs for; null for checkpoint keys.",
    }),
    publicKey: t.exposeString("publicKey", {
      description: "0x and hexadecimal: 32 bytes of Ed25519, or 33 of P-256 (SEC 1, compressed).",
    }),
    validFrom: t.expose("validFrom", { type: "DateTime" }),
    validUntil: t.expose("validUntil", { type: "DateTime" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Ended early." }),
  }),
});

export const LogClosure = builder.objectRef<ClosureRow>("LogClosure").implement({
  description:
    "That the intake takes nothing more for a log, since what is stored of it is not what was acknowledged or anchored.",
  fields: (t) => ({
    code: t.exposeString("code", {
      description:
        "Of the error that its senders are answered: LOG_INTAKE_ROOT, LOG_INTAKE_ENTRY or LOG_INTAKE_CHAIN.",
    }),
    foundAt: t.expose("foundAt", { type: "DateTime", description: "When that was found first." }),
  }),
});

export const Gateway = builder.objectRef<GatewayRow>("Gateway").implement({
  description: "An account that promises and anchors for a service.",
  fields: (t) => ({
    account: t.expose("account", { type: "Address" }),
    validFrom: t.expose("validFrom", { type: "DateTime" }),
    validUntil: t.expose("validUntil", { type: "DateTime" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Ended early." }),
  }),
});

export const ActionType = builder.objectRef<ActionTypeRow>("ActionType").implement({
  description: "A version of a type of action; its data obey the JSON Schema in the document.",
  fields: (t) => ({
    name: t.exposeString("name"),
    version: t.exposeInt("version"),
    title: t.field({
      type: LocalizedText,
      nullable: true,
      description: "In plain words; null when this server has none for the schema.",
      resolve: ({ service, name, schemaCid }) =>
        findActionOf({ service, type: name, schema: schemaCid })?.title ?? null,
    }),
    schema: t.expose("schemaCid", { type: "CID" }),
    schemaPath: t.string({
      description: "Path on this server that serves the schema.",
      resolve: ({ schemaCid }) => `/documents/${schemaCid}`,
    }),
    inUse: t.exposeBoolean("inUse"),
  }),
});
