"""Compile the `.po` files of every language into its one `leerradar.mo`.

Run `python -m resources.compile_catalogue` after a change of a text; with `--check`
nothing is written and the exit status is 1 when a `.mo` is out of date.
"""

import argparse
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "i18n"
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
"""Babel would write the time of compiling into the header."""


def merged(language: Path) -> Catalog:
    """Return all messages of a language's `.po` files; raise ValueError for a key given twice."""
    whole = Catalog(locale=language.name, fuzzy=False, creation_date=ALWAYS)
    for source in sorted(language.glob("*.po")):
        with source.open("rb") as stream:
            for message in read_po(stream, locale=language.name):
                if not message.id:
                    continue
                if message.id in whole:
                    raise ValueError(f"{source}: {message.id} stands in two places")
                whole.add(message.id, message.string)
    return whole


def compiled(language: Path) -> bytes:
    """Return the bytes of a language's `.mo`; the same sources give the same bytes."""
    stream = BytesIO()
    write_mo(stream, merged(language))
    return stream.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args().check
    stale = 0
    for language in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        target = language / "leerradar.mo"
        wanted = compiled(language)
        if target.exists() and target.read_bytes() == wanted:
            continue
        stale += 1
        if not only_check:
            target.write_bytes(wanted)
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
