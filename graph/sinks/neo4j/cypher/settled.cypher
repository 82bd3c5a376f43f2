// Which nodes have been settled?
UNWIND $ids AS id
MATCH (n:LABEL:Ravabet {id: id})
REMOVE n.stale
