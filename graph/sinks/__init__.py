"""One module a target: RDF, Neo4j, networks, tables. Each is made from the archive and can be thrown away."""
