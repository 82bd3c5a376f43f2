// What does each article say?
MATCH (article:Article:Ravabet)
WITH article
ORDER BY article.id
RETURN
  article.id AS article,
  COLLECT { MATCH (article)<-[:REPORTED_IN]-(s:Statement) RETURN s {.*} ORDER BY s.n } AS statements,
  COLLECT { MATCH (article)<-[:REPORTED_IN]-(r:Relation) RETURN r {.*} ORDER BY r.n } AS relations
