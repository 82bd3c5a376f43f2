-- What did A do to B?
SELECT
    r.date AS date,
    r.source AS actor,
    r.type AS type,
    r.mode AS mode,
    r.target AS target,
    r.score AS score,
    r.status AS status,
    r.exact AS sentence,
    a.outlet AS outlet,
    a.url AS url
FROM relations AS r
JOIN articles AS a ON a.id = r.article
WHERE ((r.source = :actor AND (:target IS NULL OR r.target = :target))
       OR (r.type IN ('AGREE', 'CONSULT', 'COOPERATE')
           AND r.target = :actor AND (:target IS NULL OR r.source = :target)))
  AND (:type IS NULL OR r.type = :type)
  AND (:quad IS NULL OR r.quad = :quad)
  AND (:since IS NULL OR r.date >= :since)
  AND (:until IS NULL OR r.date <= :until)
  AND (:outlet IS NULL OR a.outlet = :outlet)
ORDER BY coalesce(r.date, '') DESC, r.article, r.start, r."end", r.id
LIMIT coalesce(:limit, -1)
