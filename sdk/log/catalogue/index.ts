/**
 * The catalogue: services that log their actions, their types with JSON Schemas, what an action says in plain words, and
 * believable days for demonstration. Runs in Node and in browsers.
 */
import { commonActions } from "../common/index.ts";
import { accessibleInformation } from "./accessible-information/index.ts";
import { complaints } from "./complaints/index.ts";
import type { ActionType } from "./define/action.ts";
import type { Service } from "./define/service.ts";
import { duplicateLaw } from "./duplicate-law/index.ts";
import { farmersChatbot } from "./farmers-chatbot/index.ts";
import { forestSensors } from "./forest-sensors/index.ts";
import { motorcycleTaxi } from "./motorcycle-taxi/index.ts";
import { okrEvaluation } from "./okr-evaluation/index.ts";
import { pharmacyPickup } from "./pharmacy-pickup/index.ts";
import { policeChatbot } from "./police-chatbot/index.ts";
import { resourceDirectory } from "./resource-directory/index.ts";
import { schemaCids } from "./schema-cids.ts";
import { signTaxService } from "./sign-tax/index.ts";

export type { ActionType, DataOf, Refused } from "./define/action.ts";
export type { Data, Field, Fields, Schema } from "./define/field.ts";
export type { Service, ServiceAgency } from "./define/service.ts";
export type { Text } from "./define/text.ts";
export type { LocalReference, Play, PlayedAction } from "./play/play.ts";
export { readAction } from "./reading/read-action.ts";
export type { Detail, Reading } from "./reading/read-action.ts";
export { schemaCid, schemaDocument } from "./schema-document.ts";

export const services: readonly Service[] = [
  policeChatbot,
  accessibleInformation,
  motorcycleTaxi,
  forestSensors,
  complaints,
  signTaxService,
  duplicateLaw,
  pharmacyPickup,
  farmersChatbot,
  resourceDirectory,
  okrEvaluation,
];

const byName = new Map(services.map((service) => [service.name, service]));

/** The service of this reverse-DNS name, when the catalogue has it. */
export const findService = (name: string): Service | undefined => byName.get(name);

/** The types that a service may log: its own, then those of every service. */
export const actionsOf = (service: Service): readonly ActionType[] => [...service.actions, ...commonActions];

/** The type of this name and version; of any service when it is one that every service has. */
export function findAction(service: string, type: string, version = 1): ActionType | undefined {
  const known = [...(findService(service)?.actions ?? []), ...commonActions];
  return known.find((action) => action.type === type && action.version === version);
}

/** The type by whose schema a record was written; undefined when the catalogue never published that schema. */
export function findActionOf(record: {
  readonly service: string;
  readonly type: string;
  readonly schema: string;
}): ActionType | undefined {
  const published = schemaCids[record.service]?.[record.type] ?? schemaCids["*"]?.[record.type] ?? [];
  const version = published.indexOf(record.schema) + 1;
  return version === 0 ? undefined : findAction(record.service, record.type, version);
}
