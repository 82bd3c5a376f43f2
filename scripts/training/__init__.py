"""The rooms of the training scripts."""
