-- The same tables and columns as migrations/postgres/0001_first.sql; a test compares them.
-- Times are Unix milliseconds. Rows of blobs, uploads, editions, edition_files and audit are never changed.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    retry_at INTEGER
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE tokens (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES accounts (id),
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX tokens_account ON tokens (account);

CREATE TABLE blobs (
    hash TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE uploads (
    id TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL REFERENCES blobs (hash),
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    received_by INTEGER REFERENCES accounts (id),
    received_name TEXT NOT NULL,
    via TEXT NOT NULL
) STRICT;
CREATE INDEX uploads_hash ON uploads (hash);

CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    upload TEXT REFERENCES uploads (id),
    kind TEXT NOT NULL,
    choices TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    base INTEGER NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by INTEGER REFERENCES accounts (id),
    created_name TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER REFERENCES accounts (id),
    changed_name TEXT NOT NULL,
    approved_by INTEGER REFERENCES accounts (id),
    approved_name TEXT,
    approved_revision INTEGER,
    edition INTEGER REFERENCES editions (number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX drafts_state ON drafts (state, changed_at);
CREATE INDEX drafts_upload ON drafts (upload);

CREATE TABLE editions (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
    published_at INTEGER NOT NULL,
    author INTEGER REFERENCES accounts (id),
    author_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    note_vi TEXT NOT NULL,
    note_en TEXT NOT NULL,
    upload TEXT REFERENCES uploads (id),
    draft TEXT UNIQUE REFERENCES drafts (id),
    restores INTEGER REFERENCES editions (number),
    "rows" INTEGER NOT NULL,
    method TEXT,
    summary TEXT NOT NULL,
    fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX editions_upload ON editions (upload);

CREATE TABLE edition_files (
    edition INTEGER NOT NULL REFERENCES editions (number),
    path TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES blobs (hash),
    PRIMARY KEY (edition, path)
) STRICT;
CREATE INDEX edition_files_hash ON edition_files (hash);

CREATE TABLE profiles (
    key TEXT NOT NULL PRIMARY KEY,
    choices TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER REFERENCES accounts (id),
    changed_name TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    account INTEGER REFERENCES accounts (id),
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
