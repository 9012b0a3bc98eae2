"""A browser for the tests of the voter's page, once per worker, in a thread of its own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser

from tests.voting.phone_samples import chromium

# Playwright leaves an event loop running in the thread that it was started in, and nothing else
# could run one there.
_THREAD = pytest.StashKey[ThreadPoolExecutor]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_THREAD] = ThreadPoolExecutor(1, "browser")


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_THREAD].shutdown()


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    thread = pytestconfig.stash[_THREAD]
    starting = chromium()
    yield thread.submit(starting.__enter__).result()
    thread.submit(starting.__exit__, None, None, None).result()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that has the browser in the browser's thread."""
    if "browser" not in pyfuncitem.fixturenames:
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    given = {name: pyfuncitem.funcargs[name] for name in wanted}
    pyfuncitem.config.stash[_THREAD].submit(pyfuncitem.obj, **given).result()
    return True
