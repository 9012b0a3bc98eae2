"""Nothing may stay behind after a test of the console either."""

from tests.widgets.conftest import nothing_left_behind

__all__ = ["nothing_left_behind"]
