-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "undoes_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "place" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "ended_at" TIMESTAMPTZ(3),
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_run_event" (
    "run_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "bulk_run_event_pkey" PRIMARY KEY ("run_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bulk_run_undoes_id_key" ON "bulk_run"("undoes_id");

-- CreateIndex
CREATE INDEX "bulk_run_user_id_asked_at_idx" ON "bulk_run"("user_id", "asked_at");

-- CreateIndex
CREATE INDEX "bulk_run_asked_at_idx" ON "bulk_run"("asked_at");

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run_event" ADD CONSTRAINT "bulk_run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
