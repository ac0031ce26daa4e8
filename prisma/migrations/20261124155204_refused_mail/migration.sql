-- CreateTable
CREATE TABLE "refused_address" (
    "email_hash" BYTEA NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refused_address_pkey" PRIMARY KEY ("email_hash")
);
