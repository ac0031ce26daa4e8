-- CreateEnum
CREATE TYPE "notice_pace" AS ENUM ('soon', 'hourly', 'daily', 'never');

-- CreateTable
CREATE TABLE "notices" (
    "user_id" UUID NOT NULL,
    "replies" "notice_pace" NOT NULL,
    "reports" BOOLEAN NOT NULL,
    "complaints" BOOLEAN NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
