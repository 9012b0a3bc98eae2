"""The one kind of error that a person can mend: bad input, a full disk, a locked file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resources.catalogue import Catalogue


class InputError(Exception):
    """Says what is wrong, where, and what would be right.

    `key` is a text of the catalogue, `values` fill its placeholders. The command line
    prints the message and ends with status 2; a window shows it.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def message(self, texts: "Catalogue") -> str:
        return texts.text(self.key, **self.values)
