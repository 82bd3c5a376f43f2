// What did A do to B?
MATCH (:Actor&Ravabet {id: $actor})-[side:SOURCE_OF|TOWARDS]-(r:Relation)-[:REPORTED_IN]->(a:Article)
WHERE ((type(side) = 'SOURCE_OF' AND ($target IS NULL OR r.target = $target))
       OR (r.event IN ['AGREE', 'CONSULT', 'COOPERATE'] AND ($target IS NULL OR r.source = $target)))
  AND ($type IS NULL OR r.event = $type)
  AND ($quad IS NULL OR r.quad = $quad)
  AND ($since IS NULL OR r.date >= $since)
  AND ($until IS NULL OR r.date <= $until)
  AND ($outlet IS NULL OR a.outlet = $outlet)
WITH DISTINCT r, a
RETURN
  r.date AS date,
  r.source AS actor,
  r.event AS type,
  r.mode AS mode,
  r.target AS target,
  r.score AS score,
  r.status AS status,
  r.exact AS sentence,
  a.outlet AS outlet,
  a.url AS url
ORDER BY coalesce(r.date, '') DESC, r.article, r.evidence_start, r.evidence_end, r.id
LIMIT coalesce($limit, 9223372036854775807)
