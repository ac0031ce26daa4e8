-- CreateTable
CREATE TABLE "desk_day" (
    "day" DATE NOT NULL,
    "received" INTEGER NOT NULL,
    "approved" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "spam" INTEGER NOT NULL,
    "trashed" INTEGER NOT NULL,
    "median_seconds" INTEGER,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "desk_rule" (
    "day" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "decided" INTEGER NOT NULL,
    "overturned" INTEGER NOT NULL,

    CONSTRAINT "desk_rule_pkey" PRIMARY KEY ("day","rule")
);

-- AddForeignKey
ALTER TABLE "desk_rule" ADD CONSTRAINT "desk_rule_day_fkey" FOREIGN KEY ("day") REFERENCES "desk_day"("day") ON DELETE CASCADE ON UPDATE CASCADE;
