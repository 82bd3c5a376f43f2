-- The archive: one SQLite file, the system of record. Everything else is made from it.
-- Dates are ISO, Gregorian; `*_precision` says how much of them is known. Offsets count code points of articles.text.
-- Tables that full text looks into carry an explicit rowid, so that VACUUM keeps it: it is the rowid of their FTS row.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    id TEXT NOT NULL UNIQUE,
    outlet TEXT,
    title TEXT,
    url TEXT,
    source TEXT,                     -- the path, feed or URL it was read from
    published TEXT,
    published_precision TEXT,
    published_start INTEGER, published_end INTEGER,   -- the phrase in the text that says so; NULL: metadata does
    text TEXT NOT NULL,              -- as published
    content_hash TEXT NOT NULL,
    extractor TEXT NOT NULL,         -- the version of the reading that its facts come from
    rowid INTEGER PRIMARY KEY        -- of articles_fts too
);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_date ON articles (published);

CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,              -- person, organization, unnamed
    name TEXT NOT NULL,              -- the spelling that most statements print
    skeleton TEXT NOT NULL,          -- what all its spellings have in common
    country TEXT
) WITHOUT ROWID;

CREATE TABLE actor_names (           -- every form the articles print, by its skeleton
    actor TEXT NOT NULL REFERENCES actors ON DELETE CASCADE,
    name TEXT NOT NULL,
    skeleton TEXT NOT NULL,
    n INTEGER NOT NULL,              -- how many statements give this form; a form without any goes
    PRIMARY KEY (actor, name)
) WITHOUT ROWID;
CREATE INDEX actor_names_by_skeleton ON actor_names (skeleton);

CREATE TABLE statements (
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,              -- reading order in the article
    actor TEXT NOT NULL REFERENCES actors,
    speaker TEXT NOT NULL,           -- the fullest name in the article
    speaker_kind TEXT NOT NULL,
    names TEXT NOT NULL,             -- JSON array, fullest first
    role TEXT,
    country TEXT,
    mention_start INTEGER, mention_end INTEGER,
    cue_start INTEGER, cue_end INTEGER,
    cue TEXT NOT NULL,
    cue_kind TEXT NOT NULL,
    quote_type TEXT NOT NULL,
    text TEXT NOT NULL,              -- the content as printed, spans joined by « … »
    date TEXT,                       -- of the statement, else of the article
    date_precision TEXT,
    date_start INTEGER, date_end INTEGER,   -- the phrase the date comes from; NULL: publication date
    dated INTEGER NOT NULL,          -- 1: the reading gave the date; 0: the article's stands in for it
    addressee TEXT,
    nested_in TEXT,
    known_as TEXT,                   -- the office's holder by the dated list, which the article does not name
    resolution TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, rule TEXT NOT NULL,
    rowid INTEGER PRIMARY KEY        -- of statements_fts too
);
CREATE INDEX statements_by_article ON statements (article, n);
CREATE INDEX statements_by_actor ON statements (actor, date);
CREATE INDEX statements_by_country ON statements (country, date);

CREATE TABLE statement_spans (
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (statement, n)
) WITHOUT ROWID;

CREATE TABLE statement_about (
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (statement, n)
) WITHOUT ROWID;
CREATE INDEX statement_about_by_country ON statement_about (country);

CREATE TABLE relations (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    quad INTEGER NOT NULL,
    score REAL NOT NULL,
    status TEXT NOT NULL,
    claimed_by TEXT,                 -- a statement of the same article; NULL: the narrator
    date TEXT,
    date_precision TEXT,
    date_start INTEGER, date_end INTEGER,
    dated INTEGER NOT NULL,
    place TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, rule TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX relations_by_article ON relations (article, n);
CREATE INDEX relations_by_pair ON relations (source, target, date);
CREATE INDEX relations_by_target ON relations (target, date);

CREATE TABLE withdrawn (             -- articles taken out; sinks sweep their facts at the next load
    article TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE failures (              -- what could not be read, kept until it can
    source TEXT NOT NULL,            -- where to read it again
    item TEXT NOT NULL DEFAULT '',   -- the line, entry or article in it; '' the whole source
    problem TEXT NOT NULL,
    cure TEXT NOT NULL,
    raw BLOB,                        -- what was there, when it would be lost otherwise
    tries INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (source, item)
) WITHOUT ROWID;

CREATE TABLE runs (                  -- `ended` stays NULL where a run was cut off
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL, ended TEXT,   -- UTC
    extractor TEXT NOT NULL,
    added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0
);

-- Full text over searchable text (graph/archive_text.py): one letter form, words parted by spaces only, no marks.
-- A row's rowid is that of the article or statement; ask with searchable(question).
CREATE VIRTUAL TABLE statements_fts USING fts5 (id UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE articles_fts USING fts5 (id UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2");
