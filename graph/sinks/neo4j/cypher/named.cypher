// What are these nodes called, and how else are they printed?
UNWIND $rows AS told
MATCH (n:LABEL:Ravabet {id: told.id})
SET n.name = told.name, n.names = told.names, n.skeletons = told.skeletons
