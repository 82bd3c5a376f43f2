"""How facts were read: the pipeline's own steps taken once more, each asked for its working."""

from ingest.explaining.accounts import explain

__all__ = ["explain"]
