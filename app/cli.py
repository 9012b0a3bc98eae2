"""The command line: `leerradar run SCRIPT --out DIR`, `leerradar check FILE`.

Exit status 0: done; 2: input that has to be mended, said in one message; 1: our own mistake.
Nothing here imports Qt: these commands work where no display library exists.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from app import __version__
from app.errors import InputError
from resources.catalogue import Catalogue, catalogue

DONE, FAULT, MEND = 0, 1, 2
LANGUAGES = ("nl", "en")


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the catalogue's language."""

    texts: Catalogue

    def error(self, message: str) -> NoReturn:
        help_text = self.format_help().strip()
        sys.stderr.write(self.texts.text("cli.misused", help=help_text) + "\n")
        raise SystemExit(MEND)

    def format_help(self) -> str:
        return f"{self.epilog}\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_letter(stream)
    texts, arguments = _language_first(sys.argv[1:] if argv is None else argv)
    try:
        return _run(_parser(texts).parse_args(arguments), texts)
    except InputError as error:
        return _said(error.message(texts), MEND)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else DONE
    except KeyboardInterrupt:
        return _said(texts.text("cli.interrupted"), FAULT)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return _said(texts.text("cli.unexpected", kind=type(error).__name__, place=where), FAULT)


def _said(message: str, status: int) -> int:
    sys.stderr.write(message + "\n")
    return status


def _never_fail_on_a_letter(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _language_first(arguments: Sequence[str]) -> tuple[Catalogue, list[str]]:
    """Return the texts in the wanted language, and the arguments without that wish.

    The parser needs the texts for its own messages, so the language is found before it.
    """
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    try:
        wanted, rest = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        return catalogue(LANGUAGES[0]), list(arguments)
    return catalogue(wanted.language), rest


def _parser(texts: Catalogue) -> _Parser:
    parser = _make(texts, "leerradar", "cli.help")
    parser.add_argument("--version", action="store_true")
    made = parser.add_subparsers(dest="command", parser_class=_Parser)
    run = made.add_parser("run", epilog=texts.text("cli.help_run"))
    run.add_argument("script", type=Path, metavar="SCRIPT")
    run.add_argument("--out", type=Path, required=True, metavar="DIR")
    check = made.add_parser("check", epilog=texts.text("cli.help_check"))
    check.add_argument("file", type=Path, metavar="FILE")
    for one in (run, check):
        one.texts = texts
    return parser


def _make(texts: Catalogue, name: str, help_key: str) -> _Parser:
    parser = _Parser(prog=name, epilog=texts.text(help_key), allow_abbrev=False)
    parser.texts = texts
    return parser


def _run(wanted: argparse.Namespace, texts: Catalogue) -> int:
    if wanted.version:
        print(__version__)
    elif wanted.command == "run":
        from app.run_script import run_script

        run_script(wanted.script, wanted.out, lambda line: print(line, flush=True), texts)
    elif wanted.command == "check":
        from app.journal import check

        print(f"{wanted.file.name}: {check(wanted.file).message(texts)}")
    else:
        print(texts.text("cli.help"))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
