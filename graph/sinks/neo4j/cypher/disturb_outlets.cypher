// Which outlets may lose these articles?
UNWIND $articles AS told
MATCH (article:Article:Ravabet {id: told.id})-[printed:PUBLISHED_BY]->(outlet:Ravabet)
SET outlet.stale = true
DELETE printed
