-- CreateTable
CREATE TABLE "author_redirect" (
    "slug" TEXT NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "author_redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "author_redirect_user_id_idx" ON "author_redirect"("user_id");

-- AddForeignKey
ALTER TABLE "author_redirect" ADD CONSTRAINT "author_redirect_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.
alter table author_redirect
  add constraint author_redirect_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);
