// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ServiceActivityResult = {
  readonly service: { readonly activity: readonly { readonly day: string; readonly count: number }[] } | null;
};

export type ServiceActivityVariables = { readonly name: string; readonly from: string; readonly to: string };

export const ServiceActivity =
  "query ServiceActivity($name:String!$from:Date!$to:Date!){service(name:$name){activity(from:$from to:$to){day count}}}" as TypedQuery<
    ServiceActivityResult,
    ServiceActivityVariables
  >;
