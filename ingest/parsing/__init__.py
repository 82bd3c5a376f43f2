"""A sentence's grammar: the head of each word, and how a party stands to an act by it."""
