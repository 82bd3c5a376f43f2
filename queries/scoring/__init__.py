"""How well Ravabet reads: facts held against articles that people have labelled."""
