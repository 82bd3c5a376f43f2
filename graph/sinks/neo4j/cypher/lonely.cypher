// Which nodes does nothing point to any more? (What somebody else has tied to them keeps them.)
UNWIND $ids AS id
MATCH (n:LABEL:Ravabet {id: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
