import type { Json } from "../../../sdk/canonical-json.ts";
import { findActionOf, readAction } from "../../../sdk/log/catalogue/index.ts";
import type { Reading } from "../../../sdk/log/catalogue/index.ts";
import type { ActionRow } from "../../read/rows/log.ts";

/** What an entry says in plain words; null when there are none for its schema, or its data do not obey it. */
export function readingOf(action: ActionRow): Reading | null {
  const type = findActionOf(action);
  if (!type) return null;
  const { data } = JSON.parse(action.record) as { data: { readonly [member: string]: Json } };
  try {
    return readAction(type, data);
  } catch {
    // Nothing on the chain keeps a log from holding data that its own schema refuses.
    return null;
  }
}
