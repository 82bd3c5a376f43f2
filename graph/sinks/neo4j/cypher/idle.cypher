// Which speakers say nothing any more, and from which offices does nobody speak? (Their bonds go, and disturb others.)
UNWIND $ids AS id
MATCH (n:LABEL:Ravabet {id: id})
WHERE NOT EXISTS { (n)-[:SAID]->() } AND NOT EXISTS { (n)<-[:SPOKEN_AS]-() }
MATCH (n)-[bond:HOLDS|SERVES|OF]-(other:Ravabet)
SET other.stale = true
DELETE bond
