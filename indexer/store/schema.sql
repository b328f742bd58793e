-- Printed from indexer/store/tables by `node scripts/build/schema.ts`; a test keeps it current.
-- All of it stands in the PostgreSQL schema `mirror`.

CREATE TABLE "checkpoint" (
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

CREATE TABLE "block" (
  "number" bigint NOT NULL,
  "hash" bytea NOT NULL,
  "parent_hash" bytea NOT NULL,
  "timestamp" bigint NOT NULL,
  "transactions" integer NOT NULL,
  PRIMARY KEY ("number")
);

CREATE TABLE "transaction" (
  "block" bigint NOT NULL,
  "tx_index" integer NOT NULL,
  "tx_hash" bytea NOT NULL,
  "timestamp" bigint NOT NULL,
  "sender" bytea NOT NULL,
  "target" bytea,
  "nonce" bigint NOT NULL,
  "status" smallint NOT NULL,
  "selector" bytea,
  "input" bytea NOT NULL,
  "refusal" bytea
);

CREATE TABLE "event" (
  "block" bigint NOT NULL,
  "log_index" integer NOT NULL,
  "tx_hash" bytea NOT NULL,
  "tx_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  "contract" text NOT NULL,
  "name" text NOT NULL,
  "topics" bytea NOT NULL,
  "data" bytea NOT NULL,
  "journal_index" bigint NOT NULL,
  "journal_root" bytea NOT NULL,
  "project" text,
  "agency" integer
);

CREATE TABLE "evidence" (
  "field" text NOT NULL,
  "event" text NOT NULL,
  "cid" bytea NOT NULL,
  "sha256" bytea NOT NULL,
  "date" bigint NOT NULL,
  "project" text,
  "agency" integer,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "journal" (
  "contract" text NOT NULL,
  "address" bytea NOT NULL,
  "count" bigint NOT NULL,
  "root" bytea NOT NULL,
  "chain_count" bigint NOT NULL,
  "chain_root" bytea NOT NULL,
  "matches" boolean NOT NULL,
  "verified_block" bigint NOT NULL,
  "verified_timestamp" bigint NOT NULL,
  PRIMARY KEY ("contract")
);

CREATE TABLE "agency" (
  "code" integer NOT NULL,
  "name_th" text NOT NULL,
  "name_en" text NOT NULL,
  "province" smallint NOT NULL,
  "active" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("code")
);
CREATE TABLE "agency_history" (
  "code" integer NOT NULL,
  "name_th" text NOT NULL,
  "name_en" text NOT NULL,
  "province" smallint NOT NULL,
  "active" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "agency_as_of"(at bigint) RETURNS SETOF "agency" LANGUAGE sql STABLE AS $$
  SELECT "code", "name_th", "name_en", "province", "active", "block", "tx_hash", "log_index", "timestamp" FROM "agency" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "agency" c CROSS JOIN LATERAL (
    SELECT h."code", h."name_th", h."name_en", h."province", h."active", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "agency_history" h
    WHERE h."code" = c."code" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "officer" (
  "account" bytea NOT NULL,
  "agency" integer NOT NULL,
  "person_tag" bytea NOT NULL,
  "duties" integer NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "revoked" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("account")
);
CREATE TABLE "officer_history" (
  "account" bytea NOT NULL,
  "agency" integer NOT NULL,
  "person_tag" bytea NOT NULL,
  "duties" integer NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "revoked" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "officer_as_of"(at bigint) RETURNS SETOF "officer" LANGUAGE sql STABLE AS $$
  SELECT "account", "agency", "person_tag", "duties", "valid_from", "valid_until", "revoked", "block", "tx_hash", "log_index", "timestamp" FROM "officer" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "officer" c CROSS JOIN LATERAL (
    SELECT h."account", h."agency", h."person_tag", h."duties", h."valid_from", h."valid_until", h."revoked", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "officer_history" h
    WHERE h."account" = c."account" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "deployment" (
  "name" text NOT NULL,
  "version" integer NOT NULL,
  "target" bytea NOT NULL,
  "code_hash" bytea NOT NULL,
  "retired" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("name", "version")
);
CREATE TABLE "deployment_history" (
  "name" text NOT NULL,
  "version" integer NOT NULL,
  "target" bytea NOT NULL,
  "code_hash" bytea NOT NULL,
  "retired" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "deployment_as_of"(at bigint) RETURNS SETOF "deployment" LANGUAGE sql STABLE AS $$
  SELECT "name", "version", "target", "code_hash", "retired", "block", "tx_hash", "log_index", "timestamp" FROM "deployment" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "deployment" c CROSS JOIN LATERAL (
    SELECT h."name", h."version", h."target", h."code_hash", h."retired", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "deployment_history" h
    WHERE h."name" = c."name" AND h."version" = c."version" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "fiscal_year" (
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "ceiling" numeric(20) NOT NULL,
  "act_cid" bytea NOT NULL,
  "act_sha256" bytea NOT NULL,
  "act_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("year")
);
CREATE TABLE "fiscal_year_history" (
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "ceiling" numeric(20) NOT NULL,
  "act_cid" bytea NOT NULL,
  "act_sha256" bytea NOT NULL,
  "act_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "fiscal_year_as_of"(at bigint) RETURNS SETOF "fiscal_year" LANGUAGE sql STABLE AS $$
  SELECT "year", "state", "ceiling", "act_cid", "act_sha256", "act_date", "block", "tx_hash", "log_index", "timestamp" FROM "fiscal_year" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "fiscal_year" c CROSS JOIN LATERAL (
    SELECT h."year", h."state", h."ceiling", h."act_cid", h."act_sha256", h."act_date", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "fiscal_year_history" h
    WHERE h."year" = c."year" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "project" (
  "code" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "officer" bytea NOT NULL,
  "brief_cid" bytea NOT NULL,
  "brief_sha256" bytea NOT NULL,
  "brief_date" bigint NOT NULL,
  "drafted_at" bigint NOT NULL,
  "state_since" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("code")
);
CREATE TABLE "project_history" (
  "code" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "officer" bytea NOT NULL,
  "brief_cid" bytea NOT NULL,
  "brief_sha256" bytea NOT NULL,
  "brief_date" bigint NOT NULL,
  "drafted_at" bigint NOT NULL,
  "state_since" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "project_as_of"(at bigint) RETURNS SETOF "project" LANGUAGE sql STABLE AS $$
  SELECT "code", "agency", "year", "state", "officer", "brief_cid", "brief_sha256", "brief_date", "drafted_at", "state_since", "block", "tx_hash", "log_index", "timestamp" FROM "project" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "project" c CROSS JOIN LATERAL (
    SELECT h."code", h."agency", h."year", h."state", h."officer", h."brief_cid", h."brief_sha256", h."brief_date", h."drafted_at", h."state_since", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "project_history" h
    WHERE h."code" = c."code" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "project_reference" (
  "project" text NOT NULL,
  "scheme" text NOT NULL,
  "value" text NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "brief" (
  "cid" bytea NOT NULL,
  "sha256" bytea,
  "state" text NOT NULL,
  "title_th" text,
  "title_en" text,
  "description_th" text,
  "description_en" text,
  "province" smallint,
  "district" text,
  "content" jsonb,
  "block" bigint NOT NULL,
  PRIMARY KEY ("cid")
);

CREATE TABLE "appropriation_line" (
  "line_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "fund_source" text NOT NULL,
  "expense_type" smallint NOT NULL,
  "carried_from" bigint,
  "closed" boolean NOT NULL,
  "approved" bigint NOT NULL,
  "carried_in" bigint NOT NULL,
  "adj_in" bigint NOT NULL,
  "adj_out" bigint NOT NULL,
  "allotted" bigint NOT NULL,
  "committed" bigint NOT NULL,
  "requested" bigint NOT NULL,
  "paid" bigint NOT NULL,
  "returned" bigint NOT NULL,
  "carried_out" bigint NOT NULL,
  "lapsed" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("line_id")
);
CREATE TABLE "appropriation_line_history" (
  "line_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "fund_source" text NOT NULL,
  "expense_type" smallint NOT NULL,
  "carried_from" bigint,
  "closed" boolean NOT NULL,
  "approved" bigint NOT NULL,
  "carried_in" bigint NOT NULL,
  "adj_in" bigint NOT NULL,
  "adj_out" bigint NOT NULL,
  "allotted" bigint NOT NULL,
  "committed" bigint NOT NULL,
  "requested" bigint NOT NULL,
  "paid" bigint NOT NULL,
  "returned" bigint NOT NULL,
  "carried_out" bigint NOT NULL,
  "lapsed" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "appropriation_line_as_of"(at bigint) RETURNS SETOF "appropriation_line" LANGUAGE sql STABLE AS $$
  SELECT "line_id", "project", "agency", "year", "fund_source", "expense_type", "carried_from", "closed", "approved", "carried_in", "adj_in", "adj_out", "allotted", "committed", "requested", "paid", "returned", "carried_out", "lapsed", "block", "tx_hash", "log_index", "timestamp" FROM "appropriation_line" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "appropriation_line" c CROSS JOIN LATERAL (
    SELECT h."line_id", h."project", h."agency", h."year", h."fund_source", h."expense_type", h."carried_from", h."closed", h."approved", h."carried_in", h."adj_in", h."adj_out", h."allotted", h."committed", h."requested", h."paid", h."returned", h."carried_out", h."lapsed", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "appropriation_line_history" h
    WHERE h."line_id" = c."line_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "revision" (
  "revision_id" bigint NOT NULL,
  "year" integer NOT NULL,
  "officer" bytea NOT NULL,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "revision_move" (
  "revision_id" bigint NOT NULL,
  "from_line" bigint NOT NULL,
  "to_line" bigint NOT NULL,
  "from_project" text NOT NULL,
  "to_project" text NOT NULL,
  "from_agency" integer NOT NULL,
  "to_agency" integer NOT NULL,
  "amount" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "obligation" (
  "obligation_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "total" numeric(20) NOT NULL,
  "officer" bytea NOT NULL,
  "act_cid" bytea NOT NULL,
  "act_sha256" bytea NOT NULL,
  "act_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "obligation_year" (
  "obligation_id" bigint NOT NULL,
  "year" integer NOT NULL,
  "amount" numeric(20) NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "commitment" (
  "commitment_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "contract_kind" smallint NOT NULL,
  "state" smallint NOT NULL,
  "made_in_year" integer NOT NULL,
  "contract_number" text NOT NULL,
  "supplier" text,
  "value" bigint NOT NULL,
  "original_value" bigint NOT NULL,
  "increase_bps" bigint NOT NULL,
  "amendments" integer NOT NULL,
  "advance_cap" bigint NOT NULL,
  "obligation_id" bigint,
  "award_cid" bytea NOT NULL,
  "award_sha256" bytea NOT NULL,
  "award_date" bigint NOT NULL,
  "officer" bytea NOT NULL,
  "recorded_at" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("commitment_id")
);
CREATE TABLE "commitment_history" (
  "commitment_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "contract_kind" smallint NOT NULL,
  "state" smallint NOT NULL,
  "made_in_year" integer NOT NULL,
  "contract_number" text NOT NULL,
  "supplier" text,
  "value" bigint NOT NULL,
  "original_value" bigint NOT NULL,
  "increase_bps" bigint NOT NULL,
  "amendments" integer NOT NULL,
  "advance_cap" bigint NOT NULL,
  "obligation_id" bigint,
  "award_cid" bytea NOT NULL,
  "award_sha256" bytea NOT NULL,
  "award_date" bigint NOT NULL,
  "officer" bytea NOT NULL,
  "recorded_at" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "commitment_as_of"(at bigint) RETURNS SETOF "commitment" LANGUAGE sql STABLE AS $$
  SELECT "commitment_id", "project", "agency", "contract_kind", "state", "made_in_year", "contract_number", "supplier", "value", "original_value", "increase_bps", "amendments", "advance_cap", "obligation_id", "award_cid", "award_sha256", "award_date", "officer", "recorded_at", "block", "tx_hash", "log_index", "timestamp" FROM "commitment" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "commitment" c CROSS JOIN LATERAL (
    SELECT h."commitment_id", h."project", h."agency", h."contract_kind", h."state", h."made_in_year", h."contract_number", h."supplier", h."value", h."original_value", h."increase_bps", h."amendments", h."advance_cap", h."obligation_id", h."award_cid", h."award_sha256", h."award_date", h."officer", h."recorded_at", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "commitment_history" h
    WHERE h."commitment_id" = c."commitment_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "allocation" (
  "commitment_id" bigint NOT NULL,
  "line_id" bigint NOT NULL,
  "project" text NOT NULL,
  "amount" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("commitment_id", "line_id")
);
CREATE TABLE "allocation_history" (
  "commitment_id" bigint NOT NULL,
  "line_id" bigint NOT NULL,
  "project" text NOT NULL,
  "amount" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "allocation_as_of"(at bigint) RETURNS SETOF "allocation" LANGUAGE sql STABLE AS $$
  SELECT "commitment_id", "line_id", "project", "amount", "block", "tx_hash", "log_index", "timestamp" FROM "allocation" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "allocation" c CROSS JOIN LATERAL (
    SELECT h."commitment_id", h."line_id", h."project", h."amount", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "allocation_history" h
    WHERE h."commitment_id" = c."commitment_id" AND h."line_id" = c."line_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "amendment" (
  "commitment_id" bigint NOT NULL,
  "ordinal" integer NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "previous_value" bigint NOT NULL,
  "value" bigint NOT NULL,
  "increase_bps" bigint NOT NULL,
  "officer" bytea NOT NULL,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "milestone" (
  "milestone_id" bigint NOT NULL,
  "commitment_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "state" smallint NOT NULL,
  "amount" bigint NOT NULL,
  "accepted" bigint NOT NULL,
  "due_at" bigint NOT NULL,
  "evidence_cid" bytea,
  "evidence_sha256" bytea,
  "evidence_date" bigint,
  "submitted_at" bigint,
  "accepted_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("milestone_id")
);
CREATE TABLE "milestone_history" (
  "milestone_id" bigint NOT NULL,
  "commitment_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "state" smallint NOT NULL,
  "amount" bigint NOT NULL,
  "accepted" bigint NOT NULL,
  "due_at" bigint NOT NULL,
  "evidence_cid" bytea,
  "evidence_sha256" bytea,
  "evidence_date" bigint,
  "submitted_at" bigint,
  "accepted_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "milestone_as_of"(at bigint) RETURNS SETOF "milestone" LANGUAGE sql STABLE AS $$
  SELECT "milestone_id", "commitment_id", "project", "agency", "state", "amount", "accepted", "due_at", "evidence_cid", "evidence_sha256", "evidence_date", "submitted_at", "accepted_at", "block", "tx_hash", "log_index", "timestamp" FROM "milestone" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "milestone" c CROSS JOIN LATERAL (
    SELECT h."milestone_id", h."commitment_id", h."project", h."agency", h."state", h."amount", h."accepted", h."due_at", h."evidence_cid", h."evidence_sha256", h."evidence_date", h."submitted_at", h."accepted_at", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "milestone_history" h
    WHERE h."milestone_id" = c."milestone_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "carry_forward" (
  "commitment_id" bigint NOT NULL,
  "from_line" bigint NOT NULL,
  "to_line" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "amount" bigint NOT NULL,
  "officer" bytea NOT NULL,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "disbursement" (
  "disbursement_id" bigint NOT NULL,
  "commitment_id" bigint NOT NULL,
  "line_id" bigint NOT NULL,
  "milestone_id" bigint,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "amount" bigint NOT NULL,
  "returned" bigint NOT NULL,
  "requester" bytea NOT NULL,
  "approver1" bytea,
  "approver2" bytea,
  "payer" bytea,
  "requested_at" bigint NOT NULL,
  "approved1_at" bigint,
  "approved2_at" bigint,
  "paid_at" bigint,
  "rejected_at" bigint,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("disbursement_id")
);
CREATE TABLE "disbursement_history" (
  "disbursement_id" bigint NOT NULL,
  "commitment_id" bigint NOT NULL,
  "line_id" bigint NOT NULL,
  "milestone_id" bigint,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "year" integer NOT NULL,
  "state" smallint NOT NULL,
  "amount" bigint NOT NULL,
  "returned" bigint NOT NULL,
  "requester" bytea NOT NULL,
  "approver1" bytea,
  "approver2" bytea,
  "payer" bytea,
  "requested_at" bigint NOT NULL,
  "approved1_at" bigint,
  "approved2_at" bigint,
  "paid_at" bigint,
  "rejected_at" bigint,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "disbursement_as_of"(at bigint) RETURNS SETOF "disbursement" LANGUAGE sql STABLE AS $$
  SELECT "disbursement_id", "commitment_id", "line_id", "milestone_id", "project", "agency", "year", "state", "amount", "returned", "requester", "approver1", "approver2", "payer", "requested_at", "approved1_at", "approved2_at", "paid_at", "rejected_at", "evidence_cid", "evidence_sha256", "evidence_date", "block", "tx_hash", "log_index", "timestamp" FROM "disbursement" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "disbursement" c CROSS JOIN LATERAL (
    SELECT h."disbursement_id", h."commitment_id", h."line_id", h."milestone_id", h."project", h."agency", h."year", h."state", h."amount", h."returned", h."requester", h."approver1", h."approver2", h."payer", h."requested_at", h."approved1_at", h."approved2_at", h."paid_at", h."rejected_at", h."evidence_cid", h."evidence_sha256", h."evidence_date", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "disbursement_history" h
    WHERE h."disbursement_id" = c."disbursement_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "disbursement_return" (
  "disbursement_id" bigint NOT NULL,
  "commitment_id" bigint NOT NULL,
  "line_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "amount" bigint NOT NULL,
  "returned" bigint NOT NULL,
  "officer" bytea NOT NULL,
  "evidence_cid" bytea NOT NULL,
  "evidence_sha256" bytea NOT NULL,
  "evidence_date" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "flag" (
  "flag_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "rule" text NOT NULL,
  "state" smallint NOT NULL,
  "unanswered" boolean NOT NULL,
  "signer" bytea NOT NULL,
  "raised_at" bigint NOT NULL,
  "reply_due_at" bigint NOT NULL,
  "statement_cid" bytea,
  "statement_sha256" bytea,
  "statement_date" bigint,
  "replied_at" bigint,
  "reply_cid" bytea,
  "reply_sha256" bytea,
  "reply_date" bigint,
  "reviewer" bytea,
  "review_started_at" bigint,
  "decided_at" bigint,
  "reason_cid" bytea,
  "reason_sha256" bytea,
  "reason_date" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("flag_id")
);
CREATE TABLE "flag_history" (
  "flag_id" bigint NOT NULL,
  "project" text NOT NULL,
  "agency" integer NOT NULL,
  "rule" text NOT NULL,
  "state" smallint NOT NULL,
  "unanswered" boolean NOT NULL,
  "signer" bytea NOT NULL,
  "raised_at" bigint NOT NULL,
  "reply_due_at" bigint NOT NULL,
  "statement_cid" bytea,
  "statement_sha256" bytea,
  "statement_date" bigint,
  "replied_at" bigint,
  "reply_cid" bytea,
  "reply_sha256" bytea,
  "reply_date" bigint,
  "reviewer" bytea,
  "review_started_at" bigint,
  "decided_at" bigint,
  "reason_cid" bytea,
  "reason_sha256" bytea,
  "reason_date" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "flag_as_of"(at bigint) RETURNS SETOF "flag" LANGUAGE sql STABLE AS $$
  SELECT "flag_id", "project", "agency", "rule", "state", "unanswered", "signer", "raised_at", "reply_due_at", "statement_cid", "statement_sha256", "statement_date", "replied_at", "reply_cid", "reply_sha256", "reply_date", "reviewer", "review_started_at", "decided_at", "reason_cid", "reason_sha256", "reason_date", "block", "tx_hash", "log_index", "timestamp" FROM "flag" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "flag" c CROSS JOIN LATERAL (
    SELECT h."flag_id", h."project", h."agency", h."rule", h."state", h."unanswered", h."signer", h."raised_at", h."reply_due_at", h."statement_cid", h."statement_sha256", h."statement_date", h."replied_at", h."reply_cid", h."reply_sha256", h."reply_date", h."reviewer", h."review_started_at", h."decided_at", h."reason_cid", h."reason_sha256", h."reason_date", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "flag_history" h
    WHERE h."flag_id" = c."flag_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "import_batch" (
  "batch_id" bigint NOT NULL,
  "format" text NOT NULL,
  "officer" bytea NOT NULL,
  "source_url_hash" bytea NOT NULL,
  "source_sha256" bytea NOT NULL,
  "file_sha256" bytea NOT NULL,
  "file_cid" bytea NOT NULL,
  "source_cid" bytea NOT NULL,
  "row_count" bigint NOT NULL,
  "quarantined" bigint NOT NULL,
  "merkle_root" bytea NOT NULL,
  "retrieved_at" bigint NOT NULL,
  "licence" text NOT NULL,
  "parser_version" text NOT NULL,
  "superseded_by" bigint,
  "anchored_at" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("batch_id")
);
CREATE TABLE "import_batch_history" (
  "batch_id" bigint NOT NULL,
  "format" text NOT NULL,
  "officer" bytea NOT NULL,
  "source_url_hash" bytea NOT NULL,
  "source_sha256" bytea NOT NULL,
  "file_sha256" bytea NOT NULL,
  "file_cid" bytea NOT NULL,
  "source_cid" bytea NOT NULL,
  "row_count" bigint NOT NULL,
  "quarantined" bigint NOT NULL,
  "merkle_root" bytea NOT NULL,
  "retrieved_at" bigint NOT NULL,
  "licence" text NOT NULL,
  "parser_version" text NOT NULL,
  "superseded_by" bigint,
  "anchored_at" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "import_batch_as_of"(at bigint) RETURNS SETOF "import_batch" LANGUAGE sql STABLE AS $$
  SELECT "batch_id", "format", "officer", "source_url_hash", "source_sha256", "file_sha256", "file_cid", "source_cid", "row_count", "quarantined", "merkle_root", "retrieved_at", "licence", "parser_version", "superseded_by", "anchored_at", "block", "tx_hash", "log_index", "timestamp" FROM "import_batch" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "import_batch" c CROSS JOIN LATERAL (
    SELECT h."batch_id", h."format", h."officer", h."source_url_hash", h."source_sha256", h."file_sha256", h."file_cid", h."source_cid", h."row_count", h."quarantined", h."merkle_root", h."retrieved_at", h."licence", h."parser_version", h."superseded_by", h."anchored_at", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "import_batch_history" h
    WHERE h."batch_id" = c."batch_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "import_reading" (
  "batch_id" bigint NOT NULL,
  "state" text NOT NULL,
  "error" text,
  "rows_read" bigint,
  "imported" bigint,
  "quarantined" bigint,
  "projects" bigint,
  "contracts" bigint,
  "suppliers_withheld" bigint,
  "merkle_root" bytea,
  "quarantine_reasons" jsonb,
  "flags" jsonb,
  "columns" jsonb,
  "packages" jsonb,
  "source" jsonb,
  PRIMARY KEY ("batch_id")
);

CREATE TABLE "reported_project" (
  "reported_id" bigint NOT NULL,
  "batch_id" bigint NOT NULL,
  "scheme" text NOT NULL,
  "value" text NOT NULL,
  "line" bigint NOT NULL,
  "current" boolean NOT NULL,
  "title" text,
  "type" text,
  "agency" text,
  "agency_code" text,
  "sub_agency" text,
  "method" text,
  "method_group" text,
  "announced_on" text,
  "transaction_on" text,
  "budget" bigint,
  "reference" bigint,
  "agreed" bigint,
  "contracts" integer NOT NULL,
  "fiscal_year" integer,
  "province" text,
  "district" text,
  "subdistrict" text,
  "status" text,
  "extra" jsonb NOT NULL,
  PRIMARY KEY ("reported_id")
);

CREATE TABLE "reported_contract" (
  "batch_id" bigint NOT NULL,
  "line" bigint NOT NULL,
  "position" integer NOT NULL,
  "reported_id" bigint NOT NULL,
  "number" text,
  "agreed" bigint,
  "signed_on" text,
  "ends_on" text,
  "status" text,
  "suppliers" jsonb NOT NULL,
  "suppliers_withheld" integer NOT NULL,
  PRIMARY KEY ("batch_id", "line", "position")
);

CREATE TABLE "reported_flag" (
  "batch_id" bigint NOT NULL,
  "line" bigint NOT NULL,
  "position" integer NOT NULL,
  "reported_id" bigint NOT NULL,
  "code" text NOT NULL,
  "inputs" jsonb NOT NULL,
  PRIMARY KEY ("batch_id", "line", "position")
);

CREATE TABLE "reported_row" (
  "batch_id" bigint NOT NULL,
  "ordinal" bigint NOT NULL,
  "line" bigint NOT NULL,
  "reported_id" bigint,
  "leaf" bytea NOT NULL,
  PRIMARY KEY ("batch_id", "ordinal")
);

CREATE TABLE "quarantined_row" (
  "batch_id" bigint NOT NULL,
  "ordinal" bigint NOT NULL,
  "line" bigint NOT NULL,
  "reason" text NOT NULL,
  "column_name" text,
  "value" text,
  "leaf" bytea NOT NULL,
  PRIMARY KEY ("batch_id", "ordinal")
);

CREATE TABLE "service" (
  "service" bytea NOT NULL,
  "number" integer NOT NULL,
  "name" text NOT NULL,
  "agency" integer NOT NULL,
  "title_th" text NOT NULL,
  "title_en" text NOT NULL,
  "heartbeat_interval" integer NOT NULL,
  "max_merge_delay" integer NOT NULL,
  "registered_at" bigint NOT NULL,
  "closed_at" bigint,
  "retired" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("service")
);
CREATE TABLE "service_history" (
  "service" bytea NOT NULL,
  "number" integer NOT NULL,
  "name" text NOT NULL,
  "agency" integer NOT NULL,
  "title_th" text NOT NULL,
  "title_en" text NOT NULL,
  "heartbeat_interval" integer NOT NULL,
  "max_merge_delay" integer NOT NULL,
  "registered_at" bigint NOT NULL,
  "closed_at" bigint,
  "retired" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "service_as_of"(at bigint) RETURNS SETOF "service" LANGUAGE sql STABLE AS $$
  SELECT "service", "number", "name", "agency", "title_th", "title_en", "heartbeat_interval", "max_merge_delay", "registered_at", "closed_at", "retired", "block", "tx_hash", "log_index", "timestamp" FROM "service" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "service" c CROSS JOIN LATERAL (
    SELECT h."service", h."number", h."name", h."agency", h."title_th", h."title_en", h."heartbeat_interval", h."max_merge_delay", h."registered_at", h."closed_at", h."retired", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "service_history" h
    WHERE h."service" = c."service" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "service_key" (
  "service" bytea NOT NULL,
  "key_id" bytea NOT NULL,
  "use" smallint NOT NULL,
  "algorithm" smallint NOT NULL,
  "submitter" text,
  "public_key" bytea NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "ended_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("service", "key_id")
);
CREATE TABLE "service_key_history" (
  "service" bytea NOT NULL,
  "key_id" bytea NOT NULL,
  "use" smallint NOT NULL,
  "algorithm" smallint NOT NULL,
  "submitter" text,
  "public_key" bytea NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "ended_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "service_key_as_of"(at bigint) RETURNS SETOF "service_key" LANGUAGE sql STABLE AS $$
  SELECT "service", "key_id", "use", "algorithm", "submitter", "public_key", "valid_from", "valid_until", "ended_at", "block", "tx_hash", "log_index", "timestamp" FROM "service_key" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "service_key" c CROSS JOIN LATERAL (
    SELECT h."service", h."key_id", h."use", h."algorithm", h."submitter", h."public_key", h."valid_from", h."valid_until", h."ended_at", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "service_key_history" h
    WHERE h."service" = c."service" AND h."key_id" = c."key_id" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "service_gateway" (
  "service" bytea NOT NULL,
  "account" bytea NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "ended_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("service", "account")
);
CREATE TABLE "service_gateway_history" (
  "service" bytea NOT NULL,
  "account" bytea NOT NULL,
  "valid_from" bigint NOT NULL,
  "valid_until" bigint NOT NULL,
  "ended_at" bigint,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "service_gateway_as_of"(at bigint) RETURNS SETOF "service_gateway" LANGUAGE sql STABLE AS $$
  SELECT "service", "account", "valid_from", "valid_until", "ended_at", "block", "tx_hash", "log_index", "timestamp" FROM "service_gateway" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "service_gateway" c CROSS JOIN LATERAL (
    SELECT h."service", h."account", h."valid_from", h."valid_until", h."ended_at", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "service_gateway_history" h
    WHERE h."service" = c."service" AND h."account" = c."account" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "action_type" (
  "service" bytea NOT NULL,
  "name" text NOT NULL,
  "version" integer NOT NULL,
  "schema_cid" bytea NOT NULL,
  "in_use" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("service", "name", "version")
);
CREATE TABLE "action_type_history" (
  "service" bytea NOT NULL,
  "name" text NOT NULL,
  "version" integer NOT NULL,
  "schema_cid" bytea NOT NULL,
  "in_use" boolean NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "action_type_as_of"(at bigint) RETURNS SETOF "action_type" LANGUAGE sql STABLE AS $$
  SELECT "service", "name", "version", "schema_cid", "in_use", "block", "tx_hash", "log_index", "timestamp" FROM "action_type" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "action_type" c CROSS JOIN LATERAL (
    SELECT h."service", h."name", h."version", h."schema_cid", h."in_use", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "action_type_history" h
    WHERE h."service" = c."service" AND h."name" = c."name" AND h."version" = c."version" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "log_totals" (
  "one" smallint NOT NULL,
  "services" integer NOT NULL,
  "entries" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("one")
);
CREATE TABLE "log_totals_history" (
  "one" smallint NOT NULL,
  "services" integer NOT NULL,
  "entries" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "log_totals_as_of"(at bigint) RETURNS SETOF "log_totals" LANGUAGE sql STABLE AS $$
  SELECT "one", "services", "entries", "block", "tx_hash", "log_index", "timestamp" FROM "log_totals" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "log_totals" c CROSS JOIN LATERAL (
    SELECT h."one", h."services", h."entries", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "log_totals_history" h
    WHERE h."one" = c."one" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "log_head" (
  "service" bytea NOT NULL,
  "size" bigint NOT NULL,
  "root" bytea NOT NULL,
  "anchored_at" bigint,
  "seen_at" bigint,
  "anchors" bigint NOT NULL,
  "broken_promises" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL,
  PRIMARY KEY ("service")
);
CREATE TABLE "log_head_history" (
  "service" bytea NOT NULL,
  "size" bigint NOT NULL,
  "root" bytea NOT NULL,
  "anchored_at" bigint,
  "seen_at" bigint,
  "anchors" bigint NOT NULL,
  "broken_promises" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);
CREATE FUNCTION "log_head_as_of"(at bigint) RETURNS SETOF "log_head" LANGUAGE sql STABLE AS $$
  SELECT "service", "size", "root", "anchored_at", "seen_at", "anchors", "broken_promises", "block", "tx_hash", "log_index", "timestamp" FROM "log_head" WHERE block <= at
  UNION ALL
  SELECT v.* FROM "log_head" c CROSS JOIN LATERAL (
    SELECT h."service", h."size", h."root", h."anchored_at", h."seen_at", h."anchors", h."broken_promises", h."block", h."tx_hash", h."log_index", h."timestamp" FROM "log_head_history" h
    WHERE h."service" = c."service" AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;

CREATE TABLE "log_anchor" (
  "service" bytea NOT NULL,
  "size" bigint NOT NULL,
  "first_index" bigint NOT NULL,
  "first_action" bigint NOT NULL,
  "root" bytea NOT NULL,
  "bundle" bytea NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "log_reading" (
  "service" bytea NOT NULL,
  "size" bigint NOT NULL,
  "block" bigint NOT NULL,
  "state" text NOT NULL,
  "error" text,
  "checkpoint" text,
  PRIMARY KEY ("service", "size")
);

CREATE TABLE "log_cosignature" (
  "service" bytea NOT NULL,
  "agency" integer NOT NULL,
  "size" bigint NOT NULL,
  "root" bytea NOT NULL,
  "officer" bytea NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "broken_promise" (
  "statement_hash" bytea NOT NULL,
  "service" bytea NOT NULL,
  "gateway" bytea NOT NULL,
  "breach" smallint NOT NULL,
  "index" bigint NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "action" (
  "action_id" bigint NOT NULL,
  "service" integer NOT NULL,
  "index" bigint NOT NULL,
  "type" text NOT NULL,
  "agency" integer NOT NULL,
  "submitter" text NOT NULL,
  "client_seq" bigint NOT NULL,
  "ts" bigint NOT NULL,
  "subject" bytea,
  "role" text,
  "pseudonym" bytea,
  "schema_cid" bytea NOT NULL,
  "payload" bytea,
  "supersedes" bigint,
  "erases" bigint,
  "leaf" bytea NOT NULL,
  "record" text NOT NULL,
  "block" bigint NOT NULL,
  "tx_hash" bytea NOT NULL,
  "log_index" integer NOT NULL,
  "timestamp" bigint NOT NULL
);

CREATE TABLE "action_day" (
  "service" integer NOT NULL,
  "day" integer NOT NULL,
  "type" text NOT NULL,
  "count" bigint NOT NULL,
  PRIMARY KEY ("service", "day", "type")
);

-- Indexes for reading, made when the mirror has caught up.
CREATE INDEX IF NOT EXISTS "block_i1" ON "block" ("hash");
CREATE UNIQUE INDEX IF NOT EXISTS "transaction_pkey" ON "transaction" ("block", "tx_index");
CREATE INDEX IF NOT EXISTS "transaction_i1" ON "transaction" ("tx_hash");
CREATE INDEX IF NOT EXISTS "transaction_i2" ON "transaction" ("sender", "block", "tx_index");
CREATE INDEX IF NOT EXISTS "transaction_i3" ON "transaction" ("block", "tx_index") WHERE status = 0;
CREATE UNIQUE INDEX IF NOT EXISTS "event_pkey" ON "event" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "event_i1" ON "event" ("contract", "journal_index");
CREATE INDEX IF NOT EXISTS "event_i2" ON "event" ("tx_hash");
CREATE INDEX IF NOT EXISTS "event_i3" ON "event" ("project", "block", "log_index") WHERE project IS NOT NULL;
CREATE INDEX IF NOT EXISTS "event_i4" ON "event" ("agency", "block", "log_index") WHERE agency IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS "evidence_pkey" ON "evidence" ("block", "log_index", "field");
CREATE INDEX IF NOT EXISTS "evidence_i1" ON "evidence" ("project", "block", "log_index") WHERE project IS NOT NULL;
CREATE INDEX IF NOT EXISTS "evidence_i2" ON "evidence" ("cid");
CREATE INDEX IF NOT EXISTS "evidence_i3" ON "evidence" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "agency_i1" ON "agency" USING gin ((name_th || ' ' || name_en) public.gin_trgm_ops);
CREATE INDEX IF NOT EXISTS "agency_history_i1" ON "agency_history" ("code", "block", "log_index");
CREATE INDEX IF NOT EXISTS "agency_history_i2" ON "agency_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "officer_i1" ON "officer" ("agency");
CREATE INDEX IF NOT EXISTS "officer_i2" ON "officer" ("person_tag");
CREATE INDEX IF NOT EXISTS "officer_history_i1" ON "officer_history" ("account", "block", "log_index");
CREATE INDEX IF NOT EXISTS "officer_history_i2" ON "officer_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "deployment_i1" ON "deployment" ("target");
CREATE INDEX IF NOT EXISTS "deployment_history_i1" ON "deployment_history" ("name", "version", "block", "log_index");
CREATE INDEX IF NOT EXISTS "deployment_history_i2" ON "deployment_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "fiscal_year_history_i1" ON "fiscal_year_history" ("year", "block", "log_index");
CREATE INDEX IF NOT EXISTS "fiscal_year_history_i2" ON "fiscal_year_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "project_i1" ON "project" ("agency", "year");
CREATE INDEX IF NOT EXISTS "project_i2" ON "project" ("year");
CREATE INDEX IF NOT EXISTS "project_i3" ON "project" ("state");
CREATE INDEX IF NOT EXISTS "project_i4" ON "project" ("brief_cid");
CREATE INDEX IF NOT EXISTS "project_i5" ON "project" ("drafted_at", "code");
CREATE INDEX IF NOT EXISTS "project_history_i1" ON "project_history" ("code", "block", "log_index");
CREATE INDEX IF NOT EXISTS "project_history_i2" ON "project_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "project_reference_pkey" ON "project_reference" ("project", "scheme", "value");
CREATE INDEX IF NOT EXISTS "project_reference_i1" ON "project_reference" ("scheme", "value");
CREATE INDEX IF NOT EXISTS "project_reference_i2" ON "project_reference" ("value");
CREATE INDEX IF NOT EXISTS "project_reference_i3" ON "project_reference" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "brief_i1" ON "brief" ("province");
CREATE INDEX IF NOT EXISTS "brief_i2" ON "brief" ("state") WHERE state <> 'available';
CREATE INDEX IF NOT EXISTS "brief_i3" ON "brief" USING gin ((coalesce(title_th, '') || ' ' || coalesce(title_en, '')) public.gin_trgm_ops);
CREATE INDEX IF NOT EXISTS "appropriation_line_i1" ON "appropriation_line" ("project");
CREATE INDEX IF NOT EXISTS "appropriation_line_i2" ON "appropriation_line" ("agency", "year");
CREATE INDEX IF NOT EXISTS "appropriation_line_i3" ON "appropriation_line" ("year", "expense_type");
CREATE INDEX IF NOT EXISTS "appropriation_line_history_i1" ON "appropriation_line_history" ("line_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "appropriation_line_history_i2" ON "appropriation_line_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "revision_pkey" ON "revision" ("revision_id");
CREATE INDEX IF NOT EXISTS "revision_i1" ON "revision" ("year");
CREATE INDEX IF NOT EXISTS "revision_i2" ON "revision" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "revision_move_pkey" ON "revision_move" ("revision_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "revision_move_i1" ON "revision_move" ("from_line");
CREATE INDEX IF NOT EXISTS "revision_move_i2" ON "revision_move" ("to_line");
CREATE INDEX IF NOT EXISTS "revision_move_i3" ON "revision_move" ("from_project");
CREATE INDEX IF NOT EXISTS "revision_move_i4" ON "revision_move" ("to_project");
CREATE INDEX IF NOT EXISTS "revision_move_i5" ON "revision_move" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "obligation_pkey" ON "obligation" ("obligation_id");
CREATE INDEX IF NOT EXISTS "obligation_i1" ON "obligation" ("project");
CREATE INDEX IF NOT EXISTS "obligation_i2" ON "obligation" ("agency");
CREATE INDEX IF NOT EXISTS "obligation_i3" ON "obligation" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "obligation_year_pkey" ON "obligation_year" ("obligation_id", "year");
CREATE INDEX IF NOT EXISTS "obligation_year_i1" ON "obligation_year" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "commitment_i1" ON "commitment" ("project");
CREATE INDEX IF NOT EXISTS "commitment_i2" ON "commitment" ("agency", "made_in_year");
CREATE INDEX IF NOT EXISTS "commitment_i3" ON "commitment" ("supplier") WHERE supplier IS NOT NULL;
CREATE INDEX IF NOT EXISTS "commitment_i4" ON "commitment" ("obligation_id") WHERE obligation_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS "commitment_i5" ON "commitment" ("state");
CREATE INDEX IF NOT EXISTS "commitment_i6" ON "commitment" ("contract_number");
CREATE INDEX IF NOT EXISTS "commitment_history_i1" ON "commitment_history" ("commitment_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "commitment_history_i2" ON "commitment_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "allocation_i1" ON "allocation" ("line_id");
CREATE INDEX IF NOT EXISTS "allocation_history_i1" ON "allocation_history" ("commitment_id", "line_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "allocation_history_i2" ON "allocation_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "amendment_pkey" ON "amendment" ("commitment_id", "ordinal");
CREATE INDEX IF NOT EXISTS "amendment_i1" ON "amendment" ("project");
CREATE INDEX IF NOT EXISTS "amendment_i2" ON "amendment" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "milestone_i1" ON "milestone" ("commitment_id");
CREATE INDEX IF NOT EXISTS "milestone_i2" ON "milestone" ("project");
CREATE INDEX IF NOT EXISTS "milestone_i3" ON "milestone" ("agency");
CREATE INDEX IF NOT EXISTS "milestone_i4" ON "milestone" ("due_at");
CREATE INDEX IF NOT EXISTS "milestone_history_i1" ON "milestone_history" ("milestone_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "milestone_history_i2" ON "milestone_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "carry_forward_pkey" ON "carry_forward" ("commitment_id", "from_line", "block", "log_index");
CREATE INDEX IF NOT EXISTS "carry_forward_i1" ON "carry_forward" ("project");
CREATE INDEX IF NOT EXISTS "carry_forward_i2" ON "carry_forward" ("from_line");
CREATE INDEX IF NOT EXISTS "carry_forward_i3" ON "carry_forward" ("to_line");
CREATE INDEX IF NOT EXISTS "carry_forward_i4" ON "carry_forward" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "disbursement_i1" ON "disbursement" ("commitment_id");
CREATE INDEX IF NOT EXISTS "disbursement_i2" ON "disbursement" ("line_id");
CREATE INDEX IF NOT EXISTS "disbursement_i3" ON "disbursement" ("project");
CREATE INDEX IF NOT EXISTS "disbursement_i4" ON "disbursement" ("agency", "year");
CREATE INDEX IF NOT EXISTS "disbursement_i5" ON "disbursement" ("milestone_id") WHERE milestone_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS "disbursement_i6" ON "disbursement" ("paid_at") WHERE paid_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS "disbursement_history_i1" ON "disbursement_history" ("disbursement_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "disbursement_history_i2" ON "disbursement_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "disbursement_return_pkey" ON "disbursement_return" ("disbursement_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "disbursement_return_i1" ON "disbursement_return" ("project");
CREATE INDEX IF NOT EXISTS "disbursement_return_i2" ON "disbursement_return" ("commitment_id");
CREATE INDEX IF NOT EXISTS "disbursement_return_i3" ON "disbursement_return" ("line_id");
CREATE INDEX IF NOT EXISTS "disbursement_return_i4" ON "disbursement_return" ("agency");
CREATE INDEX IF NOT EXISTS "disbursement_return_i5" ON "disbursement_return" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "flag_i1" ON "flag" ("project");
CREATE INDEX IF NOT EXISTS "flag_i2" ON "flag" ("agency", "state");
CREATE INDEX IF NOT EXISTS "flag_i3" ON "flag" ("state", "reply_due_at");
CREATE INDEX IF NOT EXISTS "flag_history_i1" ON "flag_history" ("flag_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "flag_history_i2" ON "flag_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "import_batch_history_i1" ON "import_batch_history" ("batch_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "import_batch_history_i2" ON "import_batch_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "reported_project_i1" ON "reported_project" ("scheme", "value", "batch_id");
CREATE INDEX IF NOT EXISTS "reported_project_i2" ON "reported_project" ("batch_id", "line");
CREATE INDEX IF NOT EXISTS "reported_project_i3" ON "reported_project" USING gin (title public.gin_trgm_ops);
CREATE INDEX IF NOT EXISTS "reported_project_i4" ON "reported_project" ("agency", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_project_i5" ON "reported_project" ("province", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_project_i6" ON "reported_project" ("method", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_project_i7" ON "reported_project" ("fiscal_year", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_project_i8" ON "reported_project" ("budget", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_project_i9" ON "reported_project" ("agreed", "reported_id") WHERE agreed IS NOT NULL;
CREATE INDEX IF NOT EXISTS "reported_project_i10" ON "reported_project" ("reported_id") WHERE current;
CREATE INDEX IF NOT EXISTS "reported_contract_i1" ON "reported_contract" ("reported_id");
CREATE INDEX IF NOT EXISTS "reported_contract_i2" ON "reported_contract" ("number") WHERE number IS NOT NULL;
CREATE INDEX IF NOT EXISTS "reported_flag_i1" ON "reported_flag" ("reported_id");
CREATE INDEX IF NOT EXISTS "reported_flag_i2" ON "reported_flag" ("code", "reported_id");
CREATE INDEX IF NOT EXISTS "reported_row_i1" ON "reported_row" ("reported_id");
CREATE INDEX IF NOT EXISTS "quarantined_row_i1" ON "quarantined_row" ("batch_id", "line");
CREATE INDEX IF NOT EXISTS "quarantined_row_i2" ON "quarantined_row" ("reason");
CREATE INDEX IF NOT EXISTS "service_i1" ON "service" ("name");
CREATE INDEX IF NOT EXISTS "service_i2" ON "service" ("agency");
CREATE INDEX IF NOT EXISTS "service_i3" ON "service" ("number");
CREATE INDEX IF NOT EXISTS "service_history_i1" ON "service_history" ("service", "block", "log_index");
CREATE INDEX IF NOT EXISTS "service_history_i2" ON "service_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "service_key_history_i1" ON "service_key_history" ("service", "key_id", "block", "log_index");
CREATE INDEX IF NOT EXISTS "service_key_history_i2" ON "service_key_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "service_gateway_i1" ON "service_gateway" ("account");
CREATE INDEX IF NOT EXISTS "service_gateway_history_i1" ON "service_gateway_history" ("service", "account", "block", "log_index");
CREATE INDEX IF NOT EXISTS "service_gateway_history_i2" ON "service_gateway_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "action_type_history_i1" ON "action_type_history" ("service", "name", "version", "block", "log_index");
CREATE INDEX IF NOT EXISTS "action_type_history_i2" ON "action_type_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "log_totals_history_i1" ON "log_totals_history" ("one", "block", "log_index");
CREATE INDEX IF NOT EXISTS "log_totals_history_i2" ON "log_totals_history" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "log_head_history_i1" ON "log_head_history" ("service", "block", "log_index");
CREATE INDEX IF NOT EXISTS "log_head_history_i2" ON "log_head_history" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "log_anchor_pkey" ON "log_anchor" ("service", "size");
CREATE INDEX IF NOT EXISTS "log_anchor_i1" ON "log_anchor" ("service", "first_index");
CREATE INDEX IF NOT EXISTS "log_anchor_i2" ON "log_anchor" ("block", "log_index");
CREATE INDEX IF NOT EXISTS "log_reading_i1" ON "log_reading" ("service", "size") WHERE state <> 'complete';
CREATE INDEX IF NOT EXISTS "log_reading_i2" ON "log_reading" ("block");
CREATE UNIQUE INDEX IF NOT EXISTS "log_cosignature_pkey" ON "log_cosignature" ("service", "agency", "size");
CREATE INDEX IF NOT EXISTS "log_cosignature_i1" ON "log_cosignature" ("service", "size");
CREATE INDEX IF NOT EXISTS "log_cosignature_i2" ON "log_cosignature" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "broken_promise_pkey" ON "broken_promise" ("statement_hash", "breach");
CREATE INDEX IF NOT EXISTS "broken_promise_i1" ON "broken_promise" ("service");
CREATE INDEX IF NOT EXISTS "broken_promise_i2" ON "broken_promise" ("block", "log_index");
CREATE UNIQUE INDEX IF NOT EXISTS "action_pkey" ON "action" ("action_id");
CREATE INDEX IF NOT EXISTS "action_i1" ON "action" ("service", "index");
CREATE INDEX IF NOT EXISTS "action_i2" ON "action" ("ts", "action_id");
CREATE INDEX IF NOT EXISTS "action_i3" ON "action" ("service", "ts", "action_id");
CREATE INDEX IF NOT EXISTS "action_i4" ON "action" ("type", "ts", "action_id");
CREATE INDEX IF NOT EXISTS "action_i5" ON "action" ("agency", "ts", "action_id");
CREATE INDEX IF NOT EXISTS "action_i6" ON "action" ("service", "submitter", "client_seq");
CREATE INDEX IF NOT EXISTS "action_i7" ON "action" ("subject", "ts", "action_id") WHERE subject IS NOT NULL;
CREATE INDEX IF NOT EXISTS "action_i8" ON "action" ("service", "supersedes") WHERE supersedes IS NOT NULL;
CREATE INDEX IF NOT EXISTS "action_i9" ON "action" ("service", "erases") WHERE erases IS NOT NULL;
CREATE INDEX IF NOT EXISTS "action_i10" ON "action" ("block", "log_index");
