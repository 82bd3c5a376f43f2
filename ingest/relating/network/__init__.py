"""A second reader of relations: a small convolutional network that goes over a sentence for a pair of its states."""
