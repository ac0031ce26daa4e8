-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "rule" TEXT;

-- CreateTable
CREATE TABLE "audit_waiting" (
    "place" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "audit_waiting_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "place" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "form" SMALLINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("place")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_chain_event_id_key" ON "audit_chain"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_chain_previous_key" ON "audit_chain"("previous");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");

-- CreateIndex
CREATE INDEX "audit_event_act_at_id_idx" ON "audit_event"("act", "at", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_id_idx" ON "audit_event"("actor_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_act_at_id_idx" ON "audit_event"("actor_id", "act", "at", "id");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_id_idx" ON "audit_event"("subject_id", "at", "id");

-- Whoever writes a row of the ledger, by whatever way: it waits for the chain from the moment its transaction commits.
-- The number is drawn when the row is written. What was committed before that has a lower one and is seen with it, so
-- that no row is chained before one that it may rest on; one that commits late is chained late, and none is passed over.
CREATE FUNCTION "audit_wait"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_waiting (event_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "audit_wait"() FROM PUBLIC;
CREATE TRIGGER "audit_wait" AFTER INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_wait"();

-- What was written before there was a chain.
INSERT INTO "audit_waiting" ("event_id") SELECT "id" FROM "audit_event" ORDER BY "at", "id";
