-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('autosave', 'save', 'restore', 'import');

-- AlterEnum
ALTER TYPE "post_status" ADD VALUE 'in_review';
ALTER TYPE "post_status" ADD VALUE 'scheduled';
ALTER TYPE "post_status" ADD VALUE 'archived';
ALTER TYPE "post_status" ADD VALUE 'trash';

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'contributor';

-- DropIndex
DROP INDEX "post_category_id_idx";

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "blur" BYTEA,
ADD COLUMN     "caption" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "credit" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "file_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "focal_x" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "focal_y" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "has_avif" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "newsroom_user" ADD COLUMN     "bio" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "oidc_subject" TEXT,
ADD COLUMN     "picture_id" UUID,
ADD COLUMN     "slug" TEXT,
ADD COLUMN     "totp_sealed" BYTEA,
ADD COLUMN     "totp_since" TIMESTAMPTZ(3),
ADD COLUMN     "totp_step" BIGINT;

-- AlterTable
ALTER TABLE "post" ADD COLUMN     "applied_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "canonical_url" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "close_after_days" INTEGER,
ADD COLUMN     "revised_at" TIMESTAMPTZ(3),
ADD COLUMN     "scheduled_for" TIMESTAMPTZ(3),
ADD COLUMN     "seo_description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seo_title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN     "trashed_from" "post_status",
ADD COLUMN     "words" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "related_post" ADD COLUMN     "is_mutual" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "last_at" TIMESTAMPTZ(3),
ADD COLUMN     "user_agent" TEXT;

-- CreateTable
CREATE TABLE "recovery_code" (
    "user_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","hash")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_tag" (
    "post_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "post_tag_pkey" PRIMARY KEY ("post_id","tag_id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "user_id" UUID,
    "fields" JSONB NOT NULL,
    "schema" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_presence" (
    "post_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_presence_pkey" PRIMARY KEY ("post_id","user_id")
);

-- CreateTable
CREATE TABLE "post_note" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "parent_id" UUID,
    "user_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "post_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preview_link" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "related_exclusion" (
    "post_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,

    CONSTRAINT "related_exclusion_pkey" PRIMARY KEY ("post_id","related_id")
);

-- CreateTable
CREATE TABLE "related_proposal" (
    "post_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reasons" TEXT[],

    CONSTRAINT "related_proposal_pkey" PRIMARY KEY ("post_id","related_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tag_name_key" ON "tag"("name");

-- CreateIndex
CREATE UNIQUE INDEX "tag_slug_key" ON "tag"("slug");

-- CreateIndex
CREATE INDEX "post_tag_tag_id_post_id_idx" ON "post_tag"("tag_id", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_tag_post_id_position_key" ON "post_tag"("post_id", "position");

-- CreateIndex
CREATE INDEX "post_revision_user_id_idx" ON "post_revision"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_revision_post_id_version_key" ON "post_revision"("post_id", "version");

-- CreateIndex
CREATE INDEX "post_presence_user_id_idx" ON "post_presence"("user_id");

-- CreateIndex
CREATE INDEX "post_presence_seen_at_idx" ON "post_presence"("seen_at");

-- CreateIndex
CREATE INDEX "post_note_post_id_id_idx" ON "post_note"("post_id", "id");

-- CreateIndex
CREATE INDEX "post_note_parent_id_id_idx" ON "post_note"("parent_id", "id");

-- CreateIndex
CREATE INDEX "post_note_user_id_idx" ON "post_note"("user_id");

-- CreateIndex
CREATE INDEX "post_note_resolved_by_id_idx" ON "post_note"("resolved_by_id");

-- CreateIndex
CREATE INDEX "correction_post_id_at_idx" ON "correction"("post_id", "at");

-- CreateIndex
CREATE INDEX "correction_user_id_idx" ON "correction"("user_id");

-- CreateIndex
CREATE INDEX "preview_link_post_id_id_idx" ON "preview_link"("post_id", "id");

-- CreateIndex
CREATE INDEX "preview_link_user_id_idx" ON "preview_link"("user_id");

-- CreateIndex
CREATE INDEX "related_exclusion_related_id_idx" ON "related_exclusion"("related_id");

-- CreateIndex
CREATE INDEX "related_proposal_related_id_idx" ON "related_proposal"("related_id");

-- CreateIndex
CREATE UNIQUE INDEX "related_proposal_post_id_position_key" ON "related_proposal"("post_id", "position");

-- CreateIndex
CREATE INDEX "category_parent_id_position_idx" ON "category"("parent_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "newsroom_user_slug_key" ON "newsroom_user"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "newsroom_user_oidc_subject_key" ON "newsroom_user"("oidc_subject");

-- CreateIndex
CREATE INDEX "newsroom_user_picture_id_idx" ON "newsroom_user"("picture_id");

-- CreateIndex
CREATE INDEX "post_newsroom_category" ON "post"("category_id", "kind", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "post_assignee_id_updated_at_id_idx" ON "post"("assignee_id", "updated_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "newsroom_user" ADD CONSTRAINT "newsroom_user_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_tag" ADD CONSTRAINT "post_tag_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_tag" ADD CONSTRAINT "post_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "newsroom_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_presence" ADD CONSTRAINT "post_presence_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_presence" ADD CONSTRAINT "post_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_note" ADD CONSTRAINT "post_note_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_note" ADD CONSTRAINT "post_note_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "post_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_note" ADD CONSTRAINT "post_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_note" ADD CONSTRAINT "post_note_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "newsroom_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "newsroom_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_exclusion" ADD CONSTRAINT "related_exclusion_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_exclusion" ADD CONSTRAINT "related_exclusion_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_proposal" ADD CONSTRAINT "related_proposal_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_proposal" ADD CONSTRAINT "related_proposal_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
