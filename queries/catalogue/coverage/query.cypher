// What has been read?
MATCH (a:Article&Ravabet)
WHERE ($since IS NULL OR a.published >= $since)
  AND ($until IS NULL OR a.published <= $until)
  AND ($outlet IS NULL OR a.outlet = $outlet)
RETURN
  a.outlet AS outlet,
  count(a) AS n_articles,
  min(a.published) AS first,
  max(a.published) AS last
ORDER BY n_articles DESC, coalesce(outlet, '')
LIMIT coalesce($limit, 9223372036854775807)
