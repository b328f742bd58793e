import type {
  NodeRow,
  Provenance as ProvenanceRow,
  LocalizedText as Localized,
  DocumentRow,
} from "../../read/rows/common.ts";
import { builder } from "./builder.ts";

export const LocalizedText = builder.objectRef<Localized>("LocalizedText").implement({
  description: "The same words in Thai (the original) and English.",
  fields: (t) => ({ th: t.exposeString("th"), en: t.exposeString("en") }),
});

export const Provenance = builder.objectRef<ProvenanceRow>("Provenance").implement({
  description: "Where a fact stands on the chain: the event that last changed it.",
  fields: (t) => ({
    contract: t.field({
      type: "Address",
      resolve: async (row, _, { read }) => (await read.ledger.eventAt(row)).address,
    }),
    contractName: t.string({
      resolve: async (row, _, { read }) => (await read.ledger.eventAt(row)).contractName,
    }),
    event: t.string({ resolve: async (row, _, { read }) => (await read.ledger.eventAt(row)).name }),
    block: t.exposeInt("block"),
    txHash: t.expose("txHash", { type: "Bytes32" }),
    logIndex: t.exposeInt("logIndex"),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
  }),
});

export const Document = builder.objectRef<DocumentRow>("Document").implement({
  description: "A public document: content identifier and SHA-256 as they stand on chain.",
  fields: (t) => ({
    cid: t.expose("cid", { type: "CID" }),
    sha256: t.expose("sha256", { type: "Bytes32" }),
    date: t.expose("date", { type: "DateTime", nullable: true, description: "Date of the document." }),
    path: t.string({
      description: "Path on this server that serves the bytes; compare their SHA-256 with the ledger's.",
      resolve: ({ cid }) => `/documents/${cid}`,
    }),
  }),
});

/** Global id of a node: its kind and key. */
export function nodeId({ kind, key }: NodeRow): string {
  return Buffer.from(`${kind}:${key}`).toString("base64url");
}

/** What every node has; `history` is added where events are defined, `api/graphql/ledger/history.ts`. */
export const Node = builder.interfaceRef<NodeRow>("Node").implement({
  description: "Anything with an identity on the ledger.",
  resolveType: (row) => `${row.kind[0]!.toUpperCase()}${row.kind.slice(1)}`,
  fields: (t) => ({
    id: t.id({ description: "Global id.", resolve: nodeId }),
    provenance: t.field({ type: Provenance, resolve: (row) => row.provenance }),
  }),
});
