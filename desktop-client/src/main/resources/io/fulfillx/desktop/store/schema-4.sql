-- Version 4. hash = of the bytes that the row's signature covers; the next row names it. Rows of
-- earlier programs have none and are written anew in an epoch of their own if they are not answered.
alter table journal add column hash text;
