import { builder } from "../core/builder.ts";
import { followActions } from "./follow.ts";
import { Action } from "./refs.ts";

builder.subscriptionField("actions", (t) =>
  t.field({
    type: Action,
    description:
      "Entries of a service's log in its order, then new ones as they are anchored. Resume with the last index seen: nothing is left out and nothing comes twice; an entry whose bundle cannot be had is waited for.",
    args: {
      service: t.arg.string({ required: true, description: "Name of the service." }),
      after: t.arg({ type: "Index", description: "Index of an entry; absent: only new entries." }),
    },
    subscribe: (_, { service, after }, context) => followActions(service, after ?? null, context),
    resolve: (action) => action,
  }),
);
