// Which articles are no longer in the archive?
UNWIND $ids AS id
MATCH (article:Article:Ravabet {id: id})
DETACH DELETE article
