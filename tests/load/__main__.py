"""Many phones at once: `python -m tests.load --url http://... --codes CDFG,HJKM --rounds 2`.

Prints a line of JSON for every step, and in the last one what the phones know.
"""

import argparse
import asyncio
import sys

import msgspec

from tests.load.crowd import Crowd
from tests.load.plan import Pattern, Plan


def main(arguments: list[str]) -> int:
    asked = _parser().parse_args(arguments)
    codes = (sys.stdin.readline().strip() if asked.codes == "-" else asked.codes).split(",")
    plan = Plan(
        pattern=asked.pattern,
        seconds=asked.seconds,
        twice=asked.twice,
        cut=asked.cut,
        sleep=asked.sleep,
        tabs=asked.tabs,
        changes=asked.changes,
        old=asked.old,
        strangers=asked.strangers,
        seed=asked.seed,
    )
    phones = codes[: asked.phones]

    async def whole() -> None:
        say(await Crowd(asked.url, phones, plan, say).play(asked.rounds))

    asyncio.run(whole())
    return 0


def say(what: object) -> None:
    print(msgspec.json.encode(what).decode(), flush=True)


def _parser() -> argparse.ArgumentParser:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    add = parser.add_argument
    add("--url", required=True, help="where phones are served")
    add("--codes", required=True, help="one code per phone, with commas; -: a line of stdin")
    add("--phones", type=int, help="only so many of them")
    add("--rounds", type=int, default=1, help="end after so many rounds")
    add("--pattern", type=Pattern, choices=list(Pattern), default=usual.pattern)
    add("--seconds", type=float, default=usual.seconds, help="how long a spread takes")
    add("--twice", action="store_true", help="send every vote two times")
    add("--cut", type=float, default=usual.cut, help="part of the votes that is cut off")
    add("--sleep", type=float, default=usual.sleep, help="part of the phones that is away")
    add("--tabs", type=int, default=usual.tabs, help="tabs of a phone, which vote differently")
    add("--changes", type=int, default=usual.changes, help="changes of mind at most")
    add("--old", action="store_true", help="vote for the round of before too")
    add("--strangers", type=int, default=usual.strangers, help="tries of a wrong or used code")
    add("--seed", type=int, default=usual.seed)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
