import type { Request } from "express";
import type { Context } from "../../graphql/core/context.ts";
import type { RestContext } from "../context.ts";
import { networkAddress } from "./limits.ts";

/** What the resolvers get; the same as GraphQL gives them. */
export function graphqlContext(
  { reads, gateway, heads, clientOf = networkAddress }: RestContext,
  request: Request,
  signal: AbortSignal,
): Context {
  return { read: reads(signal), gateway, heads, client: clientOf(request), signal };
}
