-- AlterTable
ALTER TABLE "comment_edit" ADD COLUMN     "after" TEXT;

-- Of what the newsroom wrote on next, and of what stands there still, it is known.
update comment_edit as edit set "after" = next.before
  from comment_edit as next where next.comment_id = edit.comment_id and next.before_at = edit.at;
update comment_edit as edit set "after" = comment.body
  from comment where comment.id = edit.comment_id and comment.edited_at = edit.at and edit."after" is null and edit.undone_at is null;
