"""What is attributed: cues, the words that they open, and where these end."""
