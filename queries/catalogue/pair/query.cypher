// How do A and B stand with each other?
MATCH (:Actor&Ravabet {id: $a})-[:SOURCE_OF|TOWARDS]-(r:Relation)-[:REPORTED_IN]->(printed:Article)
WHERE ((r.source = $a AND r.target = $b) OR (r.source = $b AND r.target = $a))
  AND r.status IN ['actual', 'planned']
  AND ($since IS NULL OR r.date >= $since)
  AND ($until IS NULL OR r.date <= $until)
  AND ($outlet IS NULL OR printed.outlet = $outlet)
WITH DISTINCT r, printed.outlet AS outlet, r.event IN ['AGREE', 'CONSULT', 'COOPERATE'] AS mutual
WITH
  r, outlet,
  coalesce(substring(r.date, 0, $bucket), '') AS bucket,
  r.source = $a OR mutual AS by_a,
  r.source = $b OR mutual AS by_b
RETURN
  bucket,
  sum(CASE WHEN by_a AND r.quad <= 2 THEN 1 ELSE 0 END) AS a_to_b_coop,
  sum(CASE WHEN by_a AND r.quad >= 3 THEN 1 ELSE 0 END) AS a_to_b_conf,
  sum(CASE WHEN by_b AND r.quad <= 2 THEN 1 ELSE 0 END) AS b_to_a_coop,
  sum(CASE WHEN by_b AND r.quad >= 3 THEN 1 ELSE 0 END) AS b_to_a_conf,
  sum(r.score) AS net,
  collect(r.event) AS top_event,
  count(r) AS n,
  count(DISTINCT outlet) AS n_outlets,
  min(r.date) AS first,
  max(r.date) AS last,
  collect(r.id) AS evidence
ORDER BY bucket DESC
LIMIT coalesce($limit, 9223372036854775807)
