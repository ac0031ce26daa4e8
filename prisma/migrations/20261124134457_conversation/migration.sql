-- CreateEnum
CREATE TYPE "subscription_kind" AS ENUM ('published', 'answered');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('sending', 'sent', 'failed');

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "avatar" BYTEA,
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "score" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "user_id" UUID,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "comment_contact" ADD COLUMN     "learned_as_spam" BOOLEAN,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "text_hash" BYTEA;

-- CreateTable
CREATE TABLE "comment_check" (
    "comment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "field" TEXT,
    "begin" INTEGER,
    "until" INTEGER,
    "score" INTEGER NOT NULL,

    CONSTRAINT "comment_check_pkey" PRIMARY KEY ("comment_id","position")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "kind" "subscription_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proven_address" (
    "email_hash" BYTEA NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proven_address_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "spam_token" (
    "token" BIGINT NOT NULL,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "ham" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "spam_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'sending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscription_comment_id_kind_key" ON "subscription"("comment_id", "kind");

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at", "id");

-- CreateIndex
CREATE INDEX "comment_user_id_idx" ON "comment"("user_id");

-- CreateIndex
CREATE INDEX "comment_contact_created_at_idx" ON "comment_contact"("created_at");

-- CreateIndex
CREATE INDEX "submission_text_hash_created_at_idx" ON "submission"("text_hash", "created_at");

-- CreateIndex
CREATE INDEX "submission_comment_id_idx" ON "submission"("comment_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_check" ADD CONSTRAINT "comment_check_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What its author took back holds no text any more.
ALTER TABLE "comment" DROP CONSTRAINT "comment_name_length", DROP CONSTRAINT "comment_body_length";
ALTER TABLE "comment"
  ADD CONSTRAINT "comment_name_length" CHECK (char_length("name") <= 245 AND ("name" <> '') = ("withdrawn_at" IS NULL)),
  ADD CONSTRAINT "comment_body_length" CHECK (char_length("body") <= 10000 AND ("body" <> '') = ("withdrawn_at" IS NULL)),
  ADD CONSTRAINT "comment_reason_length" CHECK (char_length("reason") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "comment_avatar_length" CHECK (octet_length("avatar") = 8);

ALTER TABLE "comment_check"
  ADD CONSTRAINT "comment_check_rule_form" CHECK ("rule" ~ '^[a-zA-Z]{1,40}$'),
  ADD CONSTRAINT "comment_check_part" CHECK (("begin" IS NULL) = ("until" IS NULL) AND ("begin" IS NULL OR ("field" IS NOT NULL AND "begin" BETWEEN 0 AND "until")));

ALTER TABLE "spam_token" ADD CONSTRAINT "spam_token_counts" CHECK ("spam" >= 0 AND "ham" >= 0);
-- An id is a file's name too, and neither it nor a failure's code can hold an address.
ALTER TABLE "mail"
  ADD CONSTRAINT "mail_sent_has_date" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "mail_id_form" CHECK ("id" ~ '^[a-z][a-zA-Z0-9._-]{0,199}$'),
  ADD CONSTRAINT "mail_failure_form" CHECK ("failure" ~ '^[A-Z0-9 ]{1,40}$');

-- Retention: what was refused, longest decided first.
CREATE INDEX "comment_refused" ON "comment"("decided_at") WHERE "status" IN ('spam', 'rejected', 'trash');
