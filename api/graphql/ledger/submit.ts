import type { Submission as SubmissionRow } from "../../gateway/gateway.ts";
import { builder } from "../core/builder.ts";

const Submission = builder.objectRef<SubmissionRow>("Submission").implement({
  description: "What became of a transaction that was handed in.",
  fields: (t) => ({
    txHash: t.expose("txHash", { type: "Bytes32" }),
    block: t.exposeInt("block", { nullable: true, description: "Once included; null when not waited for." }),
    succeeded: t.exposeBoolean("succeeded", { nullable: true }),
  }),
});

builder.mutationType({
  fields: (t) => ({
    submitTransaction: t.field({
      type: Submission,
      description:
        "Relays a signed transaction to a contract of the ledger. It is simulated first; one that would be refused is answered with the contract's own error and not relayed.",
      args: {
        signed: t.arg({ type: "Hex", required: true }),
        wait: t.arg.boolean({ defaultValue: true, description: "Wait until it is included." }),
      },
      resolve: (_, { signed, wait }, { gateway, signal }) =>
        gateway.submit(signed, { wait: wait ?? true, signal }),
    }),
  }),
});
