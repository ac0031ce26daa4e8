-- A post's feed of replies: the newest that are public, first comments and answers alike.
create index comment_public_newest on comment (post_id, created_at desc, id desc) where status = 'approved';
