"""What every test shares.

Property tests try the same examples each time, so that a red test stays red;
`--hypothesis-profile=explore` makes them look further.
"""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

OUT_OF_THE_WAY = (799, 799)
"""The last corner of the one screen that tests have."""

# Before anything imports Qt: no test may need a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A machine that is busy with something else must not turn a test red.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("explore"), derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it clears `caplog` itself."""
    yield
    told = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert told == []


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test with widgets that leaves a window, a thread, a timer or a running animation.

    Python looks for garbage between such tests only: a thread that throws away a widget takes
    everything down (`app.garbage`).
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtGui import QCursor

    from tests.widgets.leftovers import leftovers, now

    request.getfixturevalue("qapp")
    # What lies under the mouse looks otherwise: it is where the test before left it.
    QCursor.setPos(*OUT_OF_THE_WAY)
    before = now()
    gc.disable()
    yield
    gc.enable()
    assert leftovers(before) == []


@pytest.fixture(scope="session")
def project() -> Path:
    """The project folder."""
    return Path(__file__).resolve().parent.parent
