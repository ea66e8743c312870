import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from cookie_pages.seed import once
from home.seed import seed_demo


class Command(BaseCommand):
    help = (
        "Makes the demo site: the seed charter, a home page, pages with a gated video and a gated "
        "statistics script. Run again, it changes nothing that was edited or deleted."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--port", type=int, default=8000, help="The port of the addresses."
        )

    def handle(self, *args, port, **options):
        with transaction.atomic():
            seed_demo()
            password = self._administrator()
        host = f"http://127.0.0.1:{port}"
        self.stdout.write(f"Home       {host}/")
        self.stdout.write(
            f"Charter    {host}/charte-cookies/   {host}/en/cookie-charter/"
        )
        self.stdout.write(f"Admin      {host}/admin/")
        if password:
            self.stdout.write(
                f"User       admin   password: {password}   (shown this once)"
            )
        else:
            self.stdout.write(
                "User       admin   (new password: manage.py changepassword admin)"
            )

    def _administrator(self):
        """The password of the new administrator, or None if one was made before."""
        made = []

        def make():
            password = secrets.token_urlsafe(12)
            made.append(password)
            return get_user_model().objects.create_superuser("admin", "", password)

        if not get_user_model().objects.filter(is_superuser=True).exists():
            once("demo:administrator", make)
        return made[0] if made else None
