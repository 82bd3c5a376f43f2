"""Who says it: phrases that name somebody, the subject of a cue, and whom it stands for."""
