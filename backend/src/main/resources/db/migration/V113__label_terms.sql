-- What the carrier was told of the parcel when its label was bought; null for earlier ones, which
-- fit whatever is weighed.
alter table label
    add column carton text,
    add column grams int check (grams >= 0);
