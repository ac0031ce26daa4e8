-- DropForeignKey
ALTER TABLE "complaint" DROP CONSTRAINT "complaint_statement_id_fkey";

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "by_reporter" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "first_event_id" UUID,
ADD COLUMN     "report_id" UUID,
ALTER COLUMN "statement_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "decision_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "is_reported" BOOLEAN NOT NULL,
    "decisions" INTEGER NOT NULL,
    "statements" INTEGER NOT NULL,

    CONSTRAINT "decision_day_pkey" PRIMARY KEY ("day","kind","ground","rule","is_reported")
);

-- CreateTable
CREATE TABLE "transparency_report" (
    "period" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transparency_report_pkey" PRIMARY KEY ("period")
);

-- CreateIndex
CREATE INDEX "transparency_report_until_idx" ON "transparency_report"("until");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_report_id_key" ON "complaint"("report_id");

-- CreateIndex
CREATE INDEX "complaint_decided_at_idx" ON "complaint"("decided_at");

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A complaint outlives what it was about, for the numbers: without a word of anybody's, and closed.
ALTER TABLE "complaint" DROP CONSTRAINT "complaint_decided";
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_decided" CHECK (("decided_at" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NOT NULL OR "answer" IS NULL));
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_answered" CHECK ("outcome" IS NULL OR "outcome" = 'withdrawn' OR "answer" IS NOT NULL OR ("statement_id" IS NULL AND "report_id" IS NULL));
CREATE FUNCTION complaint_outlives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.statement_id IS NULL AND NEW.report_id IS NULL THEN
    NEW.text := NULL;
    NEW.answer := NULL;
    IF NEW.decided_at IS NULL THEN
      NEW.decided_at := now();
      NEW.outcome := 'withdrawn';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_outlives BEFORE UPDATE OF statement_id, report_id ON "complaint" FOR EACH ROW EXECUTE FUNCTION complaint_outlives();
