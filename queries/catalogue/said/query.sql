-- Who said what about X?
SELECT
    s.date AS date,
    s.speaker AS speaker,
    s.role AS office,
    s.country AS country,
    s.cue AS cue,
    s.quote_type AS quote_type,
    s.text AS statement,
    (SELECT group_concat(country, ' ') FROM statement_about WHERE statement = s.id) AS about,
    a.outlet AS outlet,
    a.url AS url,
    s.start AS start,
    s."end" AS "end"
FROM statements AS s
JOIN articles AS a ON a.id = s.article
WHERE (:speaker IS NULL
       OR s.actor IN (SELECT value FROM json_each(:speaker))
       OR s.country IN (SELECT value FROM json_each(:speaker)))
  AND (:country IS NULL OR s.country = :country)
  AND (:about IS NULL OR EXISTS (SELECT 1 FROM statement_about WHERE statement = s.id AND country = :about))
  AND (:quote_type IS NULL OR s.quote_type = :quote_type)
  AND (:since IS NULL OR s.date >= :since)
  AND (:until IS NULL OR s.date <= :until)
  AND (:outlet IS NULL OR a.outlet = :outlet)
  AND (:text IS NULL OR instr(replace((SELECT text FROM statements_fts WHERE rowid = s.rowid), ' ', ''), :text) > 0)
ORDER BY coalesce(s.date, '') DESC, s.article, s.start, s."end", s.id
LIMIT coalesce(:limit, -1)
