import { builder } from "../core/builder.ts";
import { eventFilterArgs, LedgerEvent } from "./event.ts";
import { followEvents, followHeads } from "./follow.ts";
import { Meta } from "./meta.ts";

builder.subscriptionType({
  fields: (t) => ({
    head: t.field({
      type: Meta,
      description: "The state of the index, now and whenever it moves on.",
      subscribe: (_, __, context) => followHeads(context),
      resolve: (meta) => meta,
    }),
    events: t.field({
      type: LedgerEvent,
      description:
        "Every event after the cursor, oldest first, then new ones as they come. Resume with the last cursor seen: nothing is left out and nothing comes twice.",
      args: {
        after: t.arg.string({
          description: "Cursor of an event, or block:<number>; absent: only new events.",
        }),
        ...eventFilterArgs,
      },
      subscribe: (_, { after, ...filter }, context) => followEvents(after ?? null, filter, context),
      resolve: (event) => event,
    }),
  }),
});
