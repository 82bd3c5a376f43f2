// How do these countries relate to others? One edge a type of event; what did not happen and may not is left out.
// The mean score is counted in tenths, so that it does not depend on the order in which they are added.
UNWIND $ids AS id
MATCH (n:Actor:Ravabet {id: id})-[:SOURCE_OF]->(relation:Relation)-[:TOWARDS]->(other:Ravabet)
WHERE relation.status IN ['actual', 'planned']
WITH n, other, relation.event AS event, relation.quad AS quad, count(relation) AS times,
     min(relation.date) AS first, max(relation.date) AS last, sum(toInteger(round(relation.score * 10))) AS tenths
CREATE (n)-[:RELATES {
  event: event, quad: quad, n: times, first: first, last: last, score: round(tenths / 10.0 / times, 1)
}]->(other)
