-- Show every sentence behind this link
WITH facts AS (
    SELECT r.id, r.article, r.start, r."end", r.rule, r.date
    FROM relations AS r
    WHERE r.id IN (SELECT value FROM json_each(:fact))
       OR ((:type IS NULL OR r.type = :type)
           AND ((r.source IN (SELECT value FROM json_each(:subject)) AND r.target = :object)
                OR (r.type IN ('AGREE', 'CONSULT', 'COOPERATE')
                    AND r.source = :object AND r.target IN (SELECT value FROM json_each(:subject)))))
    UNION ALL
    SELECT s.id, s.article, s.start, s."end", s.rule, s.date
    FROM statements AS s
    WHERE s.id IN (SELECT value FROM json_each(:fact))
       OR ((:type IS NULL OR :type = 'SAID')
           AND (s.actor IN (SELECT value FROM json_each(:subject))
                OR s.country IN (SELECT value FROM json_each(:subject)))
           AND EXISTS (SELECT 1 FROM statement_about WHERE statement = s.id AND country = :object))
)
SELECT
    a.text AS text,
    f.start AS start,
    f."end" AS "end",
    a.title AS title,
    a.outlet AS outlet,
    a.published AS published,
    a.url AS url,
    f.rule AS rule
FROM facts AS f
JOIN articles AS a ON a.id = f.article
WHERE (:since IS NULL OR f.date >= :since)
  AND (:until IS NULL OR f.date <= :until)
  AND (:outlet IS NULL OR a.outlet = :outlet)
ORDER BY coalesce(a.published, '') DESC, a.id, f.start, f."end", f.id
LIMIT coalesce(:limit, -1)
