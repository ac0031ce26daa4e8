-- CreateEnum
CREATE TYPE "statement_ground" AS ENUM ('guidelines', 'law');

-- CreateEnum
CREATE TYPE "complaint_outcome" AS ENUM ('upheld', 'overturned');

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "to" "comment_status" NOT NULL,
    "was_public" BOOLEAN NOT NULL,
    "ground" "statement_ground" NOT NULL,
    "explanation" TEXT,
    "is_automated" BOOLEAN NOT NULL,
    "was_flagged" BOOLEAN NOT NULL,
    "was_reported" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" "complaint_outcome",
    "answer" TEXT,
    "event_id" UUID,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "statement_event_id_key" ON "statement"("event_id");

-- CreateIndex
CREATE INDEX "statement_comment_id_id_idx" ON "statement"("comment_id", "id");

-- CreateIndex
CREATE INDEX "statement_created_at_idx" ON "statement"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_statement_id_key" ON "complaint"("statement_id");

-- CreateIndex
CREATE INDEX "complaint_created_at_idx" ON "complaint"("created_at");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The complaints that wait for an answer, in the order of the desk.
CREATE INDEX "complaint_waiting" ON "complaint"("created_at", "id") WHERE "decided_at" IS NULL;

-- The lengths of lib/statements and lib/comments/moderation-schema.ts; what is decided has an outcome and says why.
ALTER TABLE "statement" ADD CONSTRAINT "statement_explanation_length" CHECK (char_length("explanation") <= 2000);
ALTER TABLE "statement" ADD CONSTRAINT "statement_law_explained" CHECK ("ground" <> 'law' OR "explanation" IS NOT NULL);
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_lengths" CHECK (char_length("text") <= 5000 AND char_length("answer") <= 5000);
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_decided" CHECK (("decided_at" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL) = ("answer" IS NULL));
