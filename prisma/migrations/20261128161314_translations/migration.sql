-- AlterTable
ALTER TABLE "post" ADD COLUMN     "translation_group_id" UUID;

-- A group has each language once; almost no post is in one.
create unique index post_translations on post (translation_group_id, lang) where translation_group_id is not null;
