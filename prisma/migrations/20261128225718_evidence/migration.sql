-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_comment_id_key" ON "evidence"("comment_id");

-- CreateIndex
CREATE INDEX "evidence_kept_until_idx" ON "evidence"("kept_until");
