/**
 * The outbox's tables, in a schema of their own beside the service's. Every statement may be carried out again. The
 * account that acts needs INSERT on `waiting`; the one that sends needs all of it.
 */
export const outboxTables = `
CREATE SCHEMA IF NOT EXISTS action_outbox;

-- Actions that a transaction of the service left. They have no number yet: numbers that a rolled-back transaction took
-- would be missing for ever, and a counter that transactions share would make them wait for each other.
CREATE TABLE IF NOT EXISTS action_outbox.waiting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service text NOT NULL,
  submitter text NOT NULL,
  -- canonical JSON of the record but its clientSeq
  record text NOT NULL
);
CREATE INDEX IF NOT EXISTS waiting_of_writer ON action_outbox.waiting (service, submitter, id);

-- The number that each writer gives next. Its row is locked while a batch is made: one maker at a time.
CREATE TABLE IF NOT EXISTS action_outbox.writer (
  service text NOT NULL,
  submitter text NOT NULL,
  next_seq bigint NOT NULL,
  PRIMARY KEY (service, submitter)
);

-- Numbered actions. Durable before they are sent, so that every attempt, of any sender, sends the same bytes under the
-- same key. At most one of a writer is not acknowledged.
CREATE TABLE IF NOT EXISTS action_outbox.batch (
  service text NOT NULL,
  submitter text NOT NULL,
  first_seq bigint NOT NULL,
  -- of each record in order: the id that it had while it waited; 0 for a gap that was declared
  ids bigint[] NOT NULL,
  idempotency_key text NOT NULL,
  -- JSON array of the records; null once they are acknowledged: then the log has them
  records text,
  -- until then one sender sends it; others may when it is over
  leased_until timestamptz NOT NULL,
  -- why it waits, when the gateway refused it: {"code", "title", "detail", "details"}
  problem jsonb,
  -- index of the first record in the service's log, once acknowledged
  first_index bigint,
  -- the signed promise, once acknowledged: the service's evidence
  promise jsonb,
  PRIMARY KEY (service, submitter, first_seq)
);
CREATE UNIQUE INDEX IF NOT EXISTS batch_open ON action_outbox.batch (service, submitter) WHERE first_index IS NULL;
-- Leaf hashes of the records (JSON array of 0x…), until the promise is seen to be kept; then nobody needs them.
ALTER TABLE action_outbox.batch ADD COLUMN IF NOT EXISTS leaves jsonb;
-- Whether the promise was kept in time, once that is known.
ALTER TABLE action_outbox.batch ADD COLUMN IF NOT EXISTS kept boolean;
CREATE INDEX IF NOT EXISTS batch_promised ON action_outbox.batch (service, submitter, first_seq)
  WHERE kept IS NULL AND leaves IS NOT NULL;
CREATE INDEX IF NOT EXISTS batch_of_action ON action_outbox.batch USING gin (ids);

-- Actions that the log will never take. Their numbers are declared missing in the log; what they were is kept here.
CREATE TABLE IF NOT EXISTS action_outbox.refused (
  id bigint PRIMARY KEY,
  service text NOT NULL,
  submitter text NOT NULL,
  record text NOT NULL,
  problem jsonb NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now()
);
`;
