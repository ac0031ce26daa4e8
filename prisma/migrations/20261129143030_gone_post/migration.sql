-- CreateTable
CREATE TABLE "gone_post" (
    "source_path" TEXT NOT NULL,

    CONSTRAINT "gone_post_pkey" PRIMARY KEY ("source_path")
);
