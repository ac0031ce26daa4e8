-- CreateTable
CREATE TABLE "brake" (
    "id" UUID NOT NULL,
    "post_id" UUID,
    "holds_all" BOOLEAN NOT NULL,
    "slow_seconds" INTEGER NOT NULL,
    "user_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_note" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shift_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "brake_post_id_key" ON "brake"("post_id");

-- AddForeignKey
ALTER TABLE "brake" ADD CONSTRAINT "brake_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brake" ADD CONSTRAINT "brake_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_note" ADD CONSTRAINT "shift_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The site has one brake, too.
create unique index brake_of_site on brake ((post_id is null)) where post_id is null;
