// Who is said to hold which office, from the first statement to the last?
UNWIND $ids AS id
MATCH (n:Actor:Ravabet {id: id})-[:SAID]->(statement:Statement)-[:SPOKEN_AS]->(office:Office)
WITH n, office, count(statement) AS n_statements, min(statement.date) AS first, max(statement.date) AS last
CREATE (n)-[:HOLDS {n: n_statements, first: first, last: last}]->(office)
