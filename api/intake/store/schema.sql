-- What the intake keeps: the services' logs as they were acknowledged. Unlike the mirror this is no copy of anything: what
-- stands here and is not yet anchored and published stands nowhere else. Nothing in it is ever deleted but rows of
-- `closed_log`.
-- Every statement may be carried out again. One process writes at a time (it holds the advisory lock); it gives the numbers.

CREATE SCHEMA IF NOT EXISTS intake;

-- One row: which version of this file made the tables.
CREATE TABLE IF NOT EXISTS intake.version (version integer NOT NULL);

-- A service's log on one deployment of the ledger: another deployment begins another log.
CREATE TABLE IF NOT EXISTS intake.log (
  log smallint PRIMARY KEY,
  -- the ledger's deployment id, 32 bytes
  deployment bytea NOT NULL,
  -- keccak256 of the service's name, 32 bytes
  service bytea NOT NULL,
  -- reverse-DNS name
  name text NOT NULL,
  -- number of entries acknowledged
  size bigint NOT NULL,
  -- RFC 9162 root over them
  root bytea NOT NULL,
  -- latest deadline ever promised, Unix seconds; 0 before the first
  deadline bigint NOT NULL,
  UNIQUE (deployment, service)
) WITH (fillfactor = 50);

-- A submitter of a service, and the clientSeq that must come next from it.
CREATE TABLE IF NOT EXISTS intake.writer (
  writer integer PRIMARY KEY,
  next_seq bigint NOT NULL,
  log smallint NOT NULL REFERENCES intake.log,
  submitter text NOT NULL,
  UNIQUE (log, submitter)
) WITH (fillfactor = 50);

-- Entries of which a later one says that their private payload was erased: it can be said once.
CREATE TABLE IF NOT EXISTS intake.erased (
  index bigint NOT NULL,
  log smallint NOT NULL,
  PRIMARY KEY (log, index)
);

-- Entries in the log's order, at most 256 a row, those of one transaction together.
CREATE TABLE IF NOT EXISTS intake.entries (
  first_index bigint NOT NULL,
  count smallint NOT NULL,
  log smallint NOT NULL,
  -- each entry, canonical JSON in UTF-8, after its length as a big-endian uint16 (C2SP tlog-tiles, entry bundle); in a
  -- Zstandard frame (RFC 8878) where that is shorter. No record is so long that it could begin like such a frame.
  records bytea NOT NULL,
  PRIMARY KEY (log, first_index)
);
ALTER TABLE intake.entries ALTER COLUMN records SET STORAGE EXTERNAL;

-- Full hash tiles (C2SP tlog-tiles). `root` is the hash over the tile: what stands for it one level up. The tiles at the
-- right edge are made from these roots, and on level 0 from the entries.
CREATE TABLE IF NOT EXISTS intake.tile (
  index bigint NOT NULL,
  log smallint NOT NULL,
  level smallint NOT NULL,
  root bytea NOT NULL,
  -- 256 hashes of 32 bytes
  hashes bytea NOT NULL,
  PRIMARY KEY (log, level, index)
);
ALTER TABLE intake.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Promises that became durable together, under one signature. In the tree that is signed they stand by the order of
-- `logs`, within a log by their first index.
CREATE TABLE IF NOT EXISTS intake.promise_group (
  id bigint PRIMARY KEY,
  -- Unix seconds
  issued_at bigint NOT NULL,
  -- account whose key signed, 20 bytes
  gateway bytea NOT NULL,
  -- 65 bytes (r, s, v) of EIP-712 `Promises(bytes32 root)`
  signature bytea NOT NULL,
  logs smallint[] NOT NULL,
  -- of each of these logs: size before and after the group
  sizes_before bigint[] NOT NULL,
  sizes_after bigint[] NOT NULL
);

-- What one request was answered: a promise about the entries from `first_index` on, which hold the writer's records from
-- `first_seq` on.
CREATE TABLE IF NOT EXISTS intake.promise (
  first_index bigint NOT NULL,
  first_seq bigint NOT NULL,
  group_id bigint NOT NULL,
  -- Unix seconds
  deadline bigint NOT NULL,
  writer integer NOT NULL,
  count smallint NOT NULL,
  log smallint NOT NULL,
  -- RFC 9162 root over the promised leaves
  leaves_root bytea NOT NULL,
  -- SHA-256 of the request's body
  body_digest bytea NOT NULL,
  -- first 16 bytes of the SHA-256 of the request's Idempotency-Key
  key_hash bytea NOT NULL,
  PRIMARY KEY (log, first_index),
  UNIQUE (writer, first_seq)
);

-- Logs that take nothing since what is stored is not what was acknowledged or anchored, as the process that writes finds
-- it. It judges by itself; this row is for those who read.
CREATE TABLE IF NOT EXISTS intake.closed_log (
  -- the ledger's deployment id, 32 bytes
  deployment bytea NOT NULL,
  -- reverse-DNS name of the service, which may have no row in `log`
  name text NOT NULL,
  -- of the error that its senders are answered
  code text NOT NULL,
  -- when that was found first, Unix seconds
  found_at bigint NOT NULL,
  PRIMARY KEY (deployment, name)
);
