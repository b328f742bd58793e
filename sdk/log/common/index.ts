/** Action types that every service has besides its own, without defining them on the ledger. */
import type { ActionType } from "../catalogue/define/action.ts";
import { schemaCid } from "../catalogue/schema-document.ts";
import { gapDeclared } from "./gap-declared.ts";
import { payloadErased } from "./payload-erased.ts";

export { gapDeclared, payloadErased };

export const commonActions: readonly ActionType[] = [gapDeclared, payloadErased];

/** CID of the schema of each, by type. A service that defines such a type itself has its own version of it. */
export const commonSchemas: ReadonlyMap<string, string> = new Map(
  commonActions.map((action) => [action.type, schemaCid(action)]),
);
