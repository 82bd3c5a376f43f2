// Who held what, as far as was known until now?
UNWIND $ids AS id
MATCH (n:Actor:Ravabet {id: id})-[held:HOLDS]->(:Office:Ravabet)
DELETE held
