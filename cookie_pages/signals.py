"""Django signals that a site may listen to.

``notice_published``: visitors see another notice from now on; sent once it is committed, with
``site`` and ``notice``. Purge here what caches of your own hold.

``choice_recorded``: a choice was stored for the first time; sent with ``record``.
"""

from django.dispatch import Signal

notice_published = Signal()
choice_recorded = Signal()
