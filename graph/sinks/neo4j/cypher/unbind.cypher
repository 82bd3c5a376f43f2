// What did the facts of these articles touch? (They are bound again as they are now.)
UNWIND $articles AS told
MATCH (article:Article:Ravabet {id: told.id})<-[:REPORTED_IN]-(fact)
MATCH (fact)-[bond:SAID|SPOKEN_AS|ABOUT|ADDRESSED_TO|NESTED_IN|SOURCE_OF|TOWARDS|CLAIMED_IN]-()
DELETE bond
