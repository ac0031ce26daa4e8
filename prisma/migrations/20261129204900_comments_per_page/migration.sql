-- A page holds so many comments now, answers counted too; it was so many first comments.
update setting set key = 'commentsPerPage' where key = 'threadsPerPage';
