"""The archive in Neo4j: loaded, kept in step, read back and asked."""
