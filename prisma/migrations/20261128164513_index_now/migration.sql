-- CreateTable
CREATE TABLE "index_now_address" (
    "slug" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "index_now_address_pkey" PRIMARY KEY ("slug")
);
