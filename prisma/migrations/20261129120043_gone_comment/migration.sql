-- CreateTable
CREATE TABLE "gone_comment" (
    "post_id" UUID NOT NULL,
    "wordpress_id" INTEGER NOT NULL,

    CONSTRAINT "gone_comment_pkey" PRIMARY KEY ("post_id","wordpress_id")
);

-- AddForeignKey
ALTER TABLE "gone_comment" ADD CONSTRAINT "gone_comment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who had a comment of theirs deleted (Regulation (EU) 2016/679, article 17) would find it again after the next import. Of a
-- post that goes with its comments nothing is left.
create function gone_comment() returns trigger language plpgsql as $$
begin
  insert into gone_comment (post_id, wordpress_id)
    select old.post_id, old.wordpress_id where exists (select from post where id = old.post_id)
    on conflict do nothing;
  return null;
end $$;
create trigger gone_comment after delete on comment for each row
  when (old.wordpress_id is not null) execute function gone_comment();
