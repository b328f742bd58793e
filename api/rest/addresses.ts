import { actionsAddress } from "../intake/http/described.ts";
import { webhookAddresses } from "../webhooks/http/described.ts";
import { exportAddresses, manifestSchema } from "./exports/addresses.ts";
import { feedAddresses } from "./feeds/addresses.ts";
import { fiscalAddresses } from "./fiscal/addresses.ts";
import { ocdsAddresses } from "./ocds/addresses.ts";
import type { Described } from "./openapi/described.ts";
import type { JsonSchema } from "./openapi/json-schema.ts";
import { Schemas } from "./openapi/json-schema.ts";
import { operationAddresses, submitAddress } from "./openapi/operations.ts";
import { describeRead } from "./openapi/read-description.ts";
import { receiptAddress } from "./receipts/addresses.ts";
import { readRoutes } from "./routes/index.ts";

/** Every address that the router serves, as described; the schemas that their answers name. */
export function restAddresses(): {
  addresses: readonly Described[];
  schemas: Readonly<Record<string, JsonSchema>>;
} {
  const schemas = new Schemas();
  const reads = readRoutes.map((route) => describeRead(route, schemas));
  return {
    addresses: [
      ...reads,
      submitAddress,
      actionsAddress,
      ...Object.values(webhookAddresses),
      receiptAddress,
      ...exportAddresses,
      ...ocdsAddresses,
      ...fiscalAddresses,
      ...feedAddresses,
      ...operationAddresses,
    ],
    schemas: { ...schemas.found, Manifest: manifestSchema },
  };
}
