-- The newest of the counted ids, as the commits appended them: sixteen bytes each, one after the other. They move into counted_ids by and by;
-- until then an id may be in both. The last row stays when its ids are gone, so that numbers only rise and every process sees what is new to it.

CREATE TABLE counted_appends (
    id              INTEGER PRIMARY KEY,
    hour            INTEGER NOT NULL,
    ids             BLOB    NOT NULL
) STRICT;
