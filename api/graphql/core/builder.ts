import SchemaBuilder from "@pothos/core";
import type { Context } from "./context.ts";

/** Scalars as they stand in JSON, and what resolvers hand over for them. */
export type Scalars = {
  ID: { Input: string; Output: string };
  Satang: { Input: string; Output: string | bigint };
  Bytes32: { Input: string; Output: string };
  Address: { Input: string; Output: string };
  Hex: { Input: string; Output: string };
  Index: { Input: number; Output: number | string };
  CID: { Input: string; Output: string };
  /** resolvers hand over Unix seconds, which may have milliseconds */
  DateTime: { Input: string; Output: number };
  Date: { Input: string; Output: string };
};

/** The one schema; each register's module adds to it. */
export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: Scalars;
  DefaultFieldNullability: false;
}>({ defaultFieldNullability: false });

export type Builder = typeof builder;

export type Types = Builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never;
