"""Text that XML can hold."""

import re

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """The text with a replacement character for each one that XML has no way to write."""
    return _UNFIT.sub("\ufffd", text)
