// Show every sentence behind this link
CALL {
  UNWIND $fact AS told
  MATCH (f:(Relation|Statement)&Ravabet {id: told})
  RETURN f
  UNION
  UNWIND $subject AS told
  MATCH (:Actor&Ravabet {id: told})-[:SOURCE_OF]->(f:Relation {target: $object})
  WHERE $type IS NULL OR f.event = $type
  RETURN f
  UNION
  UNWIND $subject AS told
  MATCH (:Actor&Ravabet {id: $object})-[:SOURCE_OF]->(f:Relation {target: told})
  WHERE f.event IN ['AGREE', 'CONSULT', 'COOPERATE'] AND ($type IS NULL OR f.event = $type)
  RETURN f
  UNION
  UNWIND $subject AS told
  MATCH (:Actor&Ravabet {id: told})-[:SAID]->(f:Statement)
  WHERE $object IN f.about AND ($type IS NULL OR $type = 'SAID')
  RETURN f
  UNION
  UNWIND $subject AS told
  MATCH (f:Statement&Ravabet {country: told})
  WHERE $object IN f.about AND ($type IS NULL OR $type = 'SAID')
  RETURN f
}
MATCH (f)-[:REPORTED_IN]->(a:Article)
WHERE ($since IS NULL OR f.date >= $since)
  AND ($until IS NULL OR f.date <= $until)
  AND ($outlet IS NULL OR a.outlet = $outlet)
RETURN
  a.text AS text,
  f.evidence_start AS start,
  f.evidence_end AS end,
  a.headline AS title,
  a.outlet AS outlet,
  a.published AS published,
  a.url AS url,
  f.rule AS rule
ORDER BY coalesce(a.published, '') DESC, a.id, f.evidence_start, f.evidence_end, f.id
LIMIT coalesce($limit, 9223372036854775807)
