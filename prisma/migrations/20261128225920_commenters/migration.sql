-- CreateEnum
CREATE TYPE "commenter_scope" AS ENUM ('address', 'domain', 'network');

-- CreateEnum
CREATE TYPE "commenter_effect" AS ENUM ('ban', 'hold', 'trust');

-- CreateTable
CREATE TABLE "commenter" (
    "id" UUID NOT NULL,
    "email_hash" BYTEA NOT NULL,

    CONSTRAINT "commenter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commenter_note" (
    "id" UUID NOT NULL,
    "commenter_id" UUID NOT NULL,
    "user_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commenter_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commenter_rule" (
    "id" UUID NOT NULL,
    "scope" "commenter_scope" NOT NULL,
    "effect" "commenter_effect" NOT NULL,
    "target" BYTEA NOT NULL,
    "shown" TEXT,
    "commenter_id" UUID,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "commenter_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "commenter_email_hash_key" ON "commenter"("email_hash");

-- CreateIndex
CREATE INDEX "commenter_note_commenter_id_id_idx" ON "commenter_note"("commenter_id", "id");

-- CreateIndex
CREATE INDEX "commenter_note_user_id_idx" ON "commenter_note"("user_id");

-- CreateIndex
CREATE INDEX "commenter_rule_commenter_id_idx" ON "commenter_rule"("commenter_id");

-- CreateIndex
CREATE INDEX "commenter_rule_created_by_id_idx" ON "commenter_rule"("created_by_id");

-- AddForeignKey
ALTER TABLE "commenter_note" ADD CONSTRAINT "commenter_note_commenter_id_fkey" FOREIGN KEY ("commenter_id") REFERENCES "commenter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commenter_note" ADD CONSTRAINT "commenter_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commenter_rule" ADD CONSTRAINT "commenter_rule_commenter_id_fkey" FOREIGN KEY ("commenter_id") REFERENCES "commenter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commenter_rule" ADD CONSTRAINT "commenter_rule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of a target at most one rule holds; every reply, report and the like looks here.
CREATE UNIQUE INDEX "commenter_rule_target" ON "commenter_rule"("target") WHERE "ended_at" IS NULL;

-- What holds, the latest first.
CREATE INDEX "commenter_rule_holding" ON "commenter_rule"("id" DESC) WHERE "ended_at" IS NULL;

-- What ended, for the cleaning and to be put back in force.
CREATE INDEX "commenter_rule_ended" ON "commenter_rule"("ended_at") WHERE "ended_at" IS NOT NULL;

-- A network is kept for seven days (lib/commenters/schema.ts), of an address nothing is shown.
ALTER TABLE "commenter_rule"
  ADD CONSTRAINT "commenter_rule_network_ends" CHECK ("scope" <> 'network' OR ("until" IS NOT NULL AND "until" <= "created_at" + interval '7 days 1 minute')),
  ADD CONSTRAINT "commenter_rule_shown" CHECK (("scope" = 'address') = ("shown" IS NULL)),
  ADD CONSTRAINT "commenter_rule_trust" CHECK ("effect" <> 'trust' OR "scope" = 'address');
