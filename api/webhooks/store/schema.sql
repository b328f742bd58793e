-- What webhooks keep: where a service's anchored entries are sent, and how far that has come. Every statement may be
-- carried out again.

CREATE SCHEMA IF NOT EXISTS webhook;

-- One row: which version of this file made the tables.
CREATE TABLE IF NOT EXISTS webhook.version (version integer NOT NULL);

CREATE TABLE IF NOT EXISTS webhook.subscription (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- the ledger's deployment id, 32 bytes
  deployment bytea NOT NULL,
  -- keccak256 of the service's name, 32 bytes
  service bytea NOT NULL,
  url text NOT NULL,
  -- everything before it was taken by the receiver
  next_index bigint NOT NULL,
  -- end of what is being sent, so that every attempt sends the same; null before the first attempt
  sending_to bigint,
  created_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  -- attempts in a row that failed, since when, and the last one's code and answer
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  failure text,
  failure_status smallint,
  next_attempt timestamptz NOT NULL DEFAULT now(),
  UNIQUE (deployment, service, url)
);

-- Nonces of signed requests, as long as their signatures could be sent again.
CREATE TABLE IF NOT EXISTS webhook.nonce (
  key_id bytea NOT NULL,
  nonce text NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (key_id, nonce)
);

-- Public keys that deliveries were signed with (Ed25519, 32 bytes).
CREATE TABLE IF NOT EXISTS webhook.signing_key (
  public_key bytea PRIMARY KEY,
  used_at timestamptz NOT NULL DEFAULT now()
);
