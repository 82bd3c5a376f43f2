// What do the articles call these offices, and in how many statements?
UNWIND $ids AS id
MATCH (n:Office:Ravabet {id: id})<-[:SPOKEN_AS]-(statement:Statement)
RETURN id, statement.role AS name, min(statement.role) AS fullest, count(statement) AS times
