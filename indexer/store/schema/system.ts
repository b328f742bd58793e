/**
 * Tables about the mirror itself: of `checkpoint` verify compares what it says of the chain, `document_fetch`
 * remembers when a document was last asked for.
 */
export const systemTables = `CREATE TABLE "checkpoint" (
  "one" boolean PRIMARY KEY DEFAULT true CHECK ("one"),
  "schema_fingerprint" text NOT NULL,
  "chain_id" bigint NOT NULL,
  "deployment_id" text NOT NULL,
  "genesis_hash" bytea NOT NULL,
  -- last block whose rows are complete, and its hash and time
  "block" bigint NOT NULL,
  "block_hash" bytea NOT NULL,
  "block_timestamp" bigint NOT NULL,
  -- newest block of the chain that was heard of
  "head" bigint NOT NULL,
  -- whether the mirror has ever reached the head since it was built
  "caught_up" boolean NOT NULL DEFAULT false,
  -- code and text of the error on which the mirror stopped, null while it runs
  "halted" jsonb,
  -- code of the error at which reading documents fails again and again, null while it succeeds
  "failing" text
);
CREATE TABLE "document_fetch" (
  "cid" bytea PRIMARY KEY,
  "attempts" integer NOT NULL,
  "last_error" text NOT NULL,
  "next_try" timestamptz NOT NULL
);
`;
