"""The rooms of ingest.relations: who stands for a state, what they do to each other, and how sure a reader can be."""
