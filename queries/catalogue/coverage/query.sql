-- What has been read?
SELECT
    outlet,
    count(*) AS n_articles,
    min(published) AS first,
    max(published) AS last
FROM articles
WHERE (:since IS NULL OR published >= :since)
  AND (:until IS NULL OR published <= :until)
  AND (:outlet IS NULL OR outlet = :outlet)
GROUP BY outlet
ORDER BY n_articles DESC, coalesce(outlet, '')
LIMIT coalesce(:limit, -1)
