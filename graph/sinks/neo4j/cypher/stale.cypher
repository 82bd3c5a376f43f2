// Which of the shared nodes were touched since they were last settled?
MATCH (n:LABEL:Ravabet)
WHERE n.stale AND ($kinds IS NULL OR n.kind IN $kinds)
RETURN n.id AS id
ORDER BY id
