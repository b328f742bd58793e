import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { schemaCid, services } from "../../../../sdk/log/catalogue/index.ts";
import type { ActionType } from "../../../../sdk/log/catalogue/index.ts";
import { commonActions } from "../../../../sdk/log/common/index.ts";

/** Every type of the catalogue once, with the name of its service, or `*` for the types of every service. */
export const catalogue: readonly { readonly service: string; readonly action: ActionType }[] = [
  ...commonActions.map((action) => ({ service: "*", action })),
  ...services.flatMap(({ name, actions }) => actions.map((action) => ({ service: name, action }))),
];

export const ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true });
// A CommonJS module that also names itself `default`.
(addFormats as unknown as (ajv: Ajv2020, formats: string[]) => void)(ajv, ["date", "date-time"]);
const compiled = new Map<ActionType, ValidateFunction>();

/** The type's schema, compiled in ajv's strictest mode: an unknown keyword or format throws. */
export function validator(action: ActionType): ValidateFunction {
  let validate = compiled.get(action);
  if (!validate) compiled.set(action, (validate = ajv.compile(action.schema)));
  return validate;
}

/** What is wrong with data, as `keyword path`; empty when nothing is. */
export function faults(action: ActionType, data: unknown): string[] {
  const validate = validator(action);
  if (validate(data)) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`);
}

/** The envelope of a record around data of a type, as a service would send it. */
export function recordOf(service: string, action: ActionType, data: unknown): Record<string, unknown> {
  return {
    v: 1,
    service: service === "*" ? services[0]!.name : service,
    agency: 92_001,
    type: action.type,
    schema: schemaCid(action),
    submitter: "main",
    clientSeq: 1,
    ts: "2026-11-24T03:04:05.678Z",
    subject: `0x${"0f".repeat(32)}`,
    actor: { role: "officer" },
    data,
  };
}
