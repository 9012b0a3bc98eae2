"""The command line: the window, and `leerradar run`, `check` and `rehearse`.

Exit status 0: done; 2: input that has to be mended, said in one message; 1: our own mistake,
or a practice vote of which not every vote was confirmed. Only the window needs more of Qt than
its network: the commands work where no display library exists. And it comes first: what the
commands need is imported when one is given.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from app import __version__
from app.display import has_display
from app.errors import InputError

if TYPE_CHECKING:
    from resources.catalogue import Catalogue

DONE, FAULT, MEND = 0, 1, 2
LANGUAGES = ("nl", "en")
COMMANDS = ("run", "check", "rehearse")
SUFFIX = ".leerradar"
SESSION_FILE = f"session{SUFFIX}"


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the catalogue's language."""

    texts: "Catalogue"

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
    language, arguments = _language_first(sys.argv[1:] if argv is None else argv)
    try:
        if _means_window(arguments):
            return _open_window(arguments, language)
        texts = _texts(language)
        return _run(_parser(texts).parse_args(arguments), texts)
    except InputError as error:
        return _said(error.message(_texts(language)), MEND)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else DONE
    except KeyboardInterrupt:
        return _said(_texts(language).text("cli.interrupted"), FAULT)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        texts = _texts(language)
        return _said(texts.text("cli.unexpected", kind=type(error).__name__, place=where), FAULT)


def _line(line: str) -> None:
    print(line, flush=True)


def _said(message: str, status: int) -> int:
    sys.stderr.write(message + "\n")
    return status


def _never_fail_on_a_letter(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _language_first(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the wanted language, and the arguments without that wish.

    The parser needs the texts for its own messages, so the language is found before it.
    """
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    try:
        wanted, rest = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        return LANGUAGES[0], list(arguments)
    return wanted.language, rest


def _texts(language: str) -> "Catalogue":
    from resources.catalogue import catalogue

    return catalogue(language)


def _means_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing is asked but the program itself, perhaps with one session file."""
    if len(arguments) != 1:
        return not arguments
    only = Path(arguments[0])
    return arguments[0] not in COMMANDS and (only.suffix == SUFFIX or only.is_file())


def _open_window(arguments: Sequence[str], language: str) -> int:
    if not has_display():
        raise InputError("cli.no_display", help=_texts(language).text("cli.help"))
    from app.start import run_window

    return run_window(Path(arguments[0]) if arguments else None)


def _parser(texts: "Catalogue") -> _Parser:
    parser = _make(texts, "leerradar", "cli.help")
    parser.add_argument("--version", action="store_true")
    made = parser.add_subparsers(dest="command", parser_class=_Parser)
    run = made.add_parser("run", epilog=texts.text("cli.help_run"))
    run.add_argument("script", type=Path, metavar="SCRIPT")
    run.add_argument("--out", type=Path, required=True, metavar="DIR")
    run.add_argument("--open", action="store_true")
    check = made.add_parser("check", epilog=texts.text("cli.help_check"))
    check.add_argument("file", type=Path, metavar="FILE")
    rehearse = made.add_parser("rehearse", epilog=texts.text("cli.help_rehearse"))
    rehearse.add_argument("--voters", type=int, metavar="N")
    rehearse.add_argument("--seats", type=int, metavar="N")
    rehearse.add_argument("--address", metavar="IP")
    for one in (run, check, rehearse):
        one.texts = texts
    return parser


def _make(texts: "Catalogue", name: str, help_key: str) -> _Parser:
    parser = _Parser(prog=name, epilog=texts.text(help_key), allow_abbrev=False)
    parser.texts = texts
    return parser


def _run(wanted: argparse.Namespace, texts: "Catalogue") -> int:
    if wanted.version:
        print(__version__)
    elif wanted.command == "run":
        from app.run_script import run_script

        run_script(wanted.script, wanted.out, _line, texts)
        if wanted.open and has_display():
            return _open_window([str(wanted.out / SESSION_FILE)], texts.language)
    elif wanted.command == "check":
        from app.journal import check

        print(f"{wanted.file.name}: {check(wanted.file).message(texts)}")
    elif wanted.command == "rehearse":
        from app.rehearse import rehearse

        all_counted = rehearse(wanted.voters, wanted.seats, wanted.address, _line, texts)
        return DONE if all_counted else FAULT
    return DONE


if __name__ == "__main__":
    sys.exit(main())
