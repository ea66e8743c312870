"""The demo on a machine whose clock is ``CLOCK_SHIFT`` seconds from the right time."""

import os
import time

import time_machine

shift = int(os.environ["CLOCK_SHIFT"])
time_machine.travel(time.time() + shift, tick=True).start()

from config.wsgi import application  # noqa: E402, F401
