import { texts } from "./registers.generated.ts";

/** A sentence for each event, by the event's name. */
export type EventTexts = Readonly<Record<string, { readonly th: string; readonly en: string }>>;

/**
 * One plain sentence for each event of the ledger, Thai being the original. `{name}` stands for the argument of that
 * name, `{name:unit}` for the argument written in its unit (`sdk/errors/units.ts`).
 */
export const eventTexts: EventTexts = texts;
