-- The newsroom's pages of tags stand as a dictionary orders them (title_order), and not by the codes of characters, in
-- which Ö comes after Z. Names are unique; equals in that order stand by the name itself.
create index tag_name_order on tag (title_order(name), name);
