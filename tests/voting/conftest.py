"""A browser for the tests of the voter's page, once per worker, in a thread of its own."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.voting.phone_samples import CHROMIUM, chromium

# Playwright leaves an event loop running in the thread that it was started in, and nothing else
# could run one there.
_THREAD = pytest.StashKey[ThreadPoolExecutor]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_THREAD] = ThreadPoolExecutor(1, "browser")


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_THREAD].shutdown()


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A machine that lacks the program fails the test: the page is not to go untested."""
    if not shutil.which(CHROMIUM):
        pytest.fail("apt-get install chromium", pytrace=False)
    thread = pytestconfig.stash[_THREAD]
    starting = chromium()
    yield thread.submit(starting.__enter__).result()
    thread.submit(starting.__exit__, None, None, None).result()


class Hands(NamedTuple):
    """The browser, for a test that itself runs in the thread of the window."""

    browser: Browser
    submit: Callable[..., "Future[Any]"]


@pytest.fixture
def hands(browser: Browser, pytestconfig: pytest.Config) -> Hands:
    return Hands(browser, pytestconfig.stash[_THREAD].submit)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that has the browser in the browser's thread."""
    if "browser" not in pyfuncitem._fixtureinfo.argnames:
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    given = {name: pyfuncitem.funcargs[name] for name in wanted}
    pyfuncitem.config.stash[_THREAD].submit(pyfuncitem.obj, **given).result()
    return True
