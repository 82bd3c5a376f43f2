// Whose name, offices or relations may change with these articles?
UNWIND $articles AS told
MATCH (article:Article:Ravabet {id: told.id})<-[:REPORTED_IN]-(fact)
MATCH (fact)-[:SAID|SPOKEN_AS|ABOUT|ADDRESSED_TO|SOURCE_OF|TOWARDS]-(shared:Ravabet)
SET shared.stale = true
