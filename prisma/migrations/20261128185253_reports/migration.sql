-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('advertising', 'insult', 'off_topic', 'privacy', 'other', 'illegal', 'child_abuse');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('upheld', 'dismissed', 'withdrawn');

-- CreateTable
CREATE TABLE "report_case" (
    "id" UUID NOT NULL,
    "comment_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_illegal" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" "report_outcome",
    "event_id" UUID,

    CONSTRAINT "report_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" "report_reason" NOT NULL,
    "explanation" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_contact" (
    "report_id" UUID NOT NULL,
    "name" TEXT,
    "email_sealed" BYTEA,
    "email_hash" BYTEA,
    "ip_prefix" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_contact_pkey" PRIMARY KEY ("report_id")
);

-- CreateIndex
CREATE INDEX "report_case_comment_id_idx" ON "report_case"("comment_id");

-- CreateIndex
CREATE INDEX "report_case_event_id_idx" ON "report_case"("event_id");

-- CreateIndex
CREATE INDEX "report_case_decided_at_idx" ON "report_case"("decided_at");

-- CreateIndex
CREATE INDEX "report_case_id_id_idx" ON "report"("case_id", "id");

-- CreateIndex
CREATE INDEX "report_created_at_idx" ON "report"("created_at");

-- CreateIndex
CREATE INDEX "report_contact_email_hash_idx" ON "report_contact"("email_hash");

-- CreateIndex
CREATE INDEX "report_contact_created_at_idx" ON "report_contact"("created_at");

-- AddForeignKey
ALTER TABLE "report_case" ADD CONSTRAINT "report_case_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open case a reply; those that are open in the order of the desk: what may be illegal first, then the oldest.
CREATE UNIQUE INDEX "report_case_open" ON "report_case"("comment_id") WHERE "decided_at" IS NULL;
CREATE INDEX "report_case_waiting" ON "report_case"("is_illegal" DESC, "opened_at", "id") WHERE "decided_at" IS NULL AND "comment_id" IS NOT NULL;

-- Contacts whose network is still kept.
CREATE INDEX "report_contact_traced" ON "report_contact"("created_at") WHERE "ip_prefix" IS NOT NULL;

-- The lengths of lib/reports/schema.ts; decided and its outcome come together.
ALTER TABLE "report" ADD CONSTRAINT "report_explanation_length" CHECK (char_length("explanation") <= 5000);
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_name_length" CHECK (char_length("name") <= 245);
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_email" CHECK (("email_sealed" IS NULL) = ("email_hash" IS NULL));
ALTER TABLE "report_case" ADD CONSTRAINT "report_case_decided" CHECK (("decided_at" IS NULL) = ("outcome" IS NULL));
