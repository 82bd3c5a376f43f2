"""What is known: the types of a fact, the archive that keeps it, the sinks that carry it out."""
