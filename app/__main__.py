"""`python -m app` is the command `leerradar`."""

import sys

from app.cli import main

sys.exit(main())
