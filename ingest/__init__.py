"""From the printed page to facts."""
