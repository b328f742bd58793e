import { apiError } from "../../errors/api-error.ts";
import type { ActionFilter as Filter } from "../../read/filters.ts";
import { builder } from "../core/builder.ts";
import { Direction } from "../core/enums.ts";

export const ActionFilter = builder.inputType("ActionFilter", {
  fields: (t) => ({
    service: t.stringList({ description: "Names of services." }),
    type: t.stringList({ description: "Types of actions, such as report.filed." }),
    agency: t.intList({ description: "Codes of agencies." }),
    subject: t.field({ type: "Bytes32", description: "Commitment of whom it concerns." }),
    submitter: t.string({ description: "Label of the writer within the service." }),
    from: t.field({ type: "DateTime", description: "Happened at or after." }),
    to: t.field({ type: "DateTime", description: "Happened before." }),
    superseded: t.boolean({
      description: "Only those that a later entry replaces, or only those that stand.",
    }),
  }),
});

const ActionOrderField = builder.enumType("ActionOrderField", {
  values: {
    HAPPENED: { description: "When it happened, by the service's word." },
    LOGGED: { description: "The order of the logs: by anchor, then by index." },
  } as const,
});

export const ActionOrder = builder.inputType("ActionOrder", {
  fields: (t) => ({
    field: t.field({ type: ActionOrderField, required: true }),
    direction: t.field({ type: Direction, required: true, defaultValue: "DESC" }),
  }),
});

/** @throws ProngsaiError SCALAR_MALFORMED when the calendar has no such instant */
function instant(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw apiError("SCALAR_MALFORMED", { scalar: "DateTime", input: text });
  return milliseconds;
}

type Given = Omit<Filter, "from" | "to"> & { readonly from?: string | null; readonly to?: string | null };

/** The filter as reads take it. */
export function actionFilter({ from, to, ...rest }: Given): Filter {
  return { ...rest, from: instant(from), to: instant(to) };
}
