-- Times are integer Unix milliseconds (UTC). Lists and whole values are JSON of the project's own words.
-- Groups have no index but their fingerprint: every event rewrites its group, while people and triage read a page of them now and then.

CREATE TABLE groups (
    id              INTEGER PRIMARY KEY,
    fingerprint     TEXT    NOT NULL UNIQUE,
    count           INTEGER NOT NULL,
    first_seen_ms   INTEGER NOT NULL,
    last_seen_ms    INTEGER NOT NULL,
    kept_hour       INTEGER NOT NULL,           -- the clock hour (since 1970) that kept_in_hour counts
    kept_in_hour    INTEGER NOT NULL,
    status          INTEGER NOT NULL DEFAULT 0, -- TriageStatus; with claim_until_ms what a query by status needs
    claim_until_ms  INTEGER,
    triage_version  INTEGER NOT NULL DEFAULT 0,
    triage          TEXT,                       -- TriageState; null until triage has seen the group
    mechanisms      TEXT    NOT NULL,
    environments    TEXT    NOT NULL,
    releases        TEXT    NOT NULL,
    correlation_ids TEXT    NOT NULL
) STRICT;

-- The first event of each group, apart from the row that every event rewrites. It outlives the event's retention.
CREATE TABLE samples (
    group_id        INTEGER PRIMARY KEY,
    json            TEXT    NOT NULL
) STRICT;

CREATE TABLE events (
    id              INTEGER PRIMARY KEY,
    event_id        TEXT    NOT NULL UNIQUE,
    group_id        INTEGER NOT NULL,
    timestamp_ms    INTEGER NOT NULL,
    correlation_id  TEXT,
    page_id         TEXT,
    json            TEXT    NOT NULL
) STRICT;

CREATE INDEX events_by_group          ON events (group_id, timestamp_ms);
CREATE INDEX events_by_correlation_id ON events (correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX events_by_page_id        ON events (page_id)        WHERE page_id IS NOT NULL;

-- The ids of events that were only counted: the first 128 bits of their SHA-256, and the clock hour they were counted in.
CREATE TABLE counted_ids (
    id              BLOB    PRIMARY KEY,
    hour            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
