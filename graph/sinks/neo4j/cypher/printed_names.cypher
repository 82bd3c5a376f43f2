// What do the articles call these speakers, and in how many statements?
UNWIND $ids AS id
MATCH (n:Actor:Ravabet {id: id})-[:SAID]->(statement:Statement)
UNWIND statement.names AS name
RETURN id, name, min(statement.speaker) AS fullest, count(DISTINCT statement) AS times
