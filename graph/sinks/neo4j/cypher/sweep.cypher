// What do these articles say no more?
UNWIND $articles AS told
MATCH (article:Article:Ravabet {id: told.id})<-[:REPORTED_IN]-(fact)
WHERE NOT fact.id IN told.facts
DETACH DELETE fact
