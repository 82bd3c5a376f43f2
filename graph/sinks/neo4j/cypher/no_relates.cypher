// How did these countries relate, as far as was known until now?
UNWIND $ids AS id
MATCH (n:Actor:Ravabet {id: id})-[related:RELATES]->(:Ravabet)
DELETE related
