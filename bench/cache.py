"""How many of 500 views, by visitors with every kind of choice cookie, reach the site behind
a real page cache, and whether they all get the same bytes (C37):

    .venv/bin/python bench/cache.py nginx      # apt-get install nginx
    .venv/bin/python bench/cache.py varnish    # apt-get install varnish

Exits with 1 if more than one view was rendered, or if two of them differ.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VIEWS, SITE, CACHE = 500, 8731, 8732

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  proxy_cache_path {folder}/kept keys_zone=pages:1m;
  server {{
    listen 127.0.0.1:{cache};
    location / {{
      proxy_pass http://127.0.0.1:{site};
      proxy_set_header Host $http_host;
      proxy_cache pages;
      proxy_cache_valid 200 5m;
    }}
  }}
}}
"""

# Varnish asks the site for each request with a cookie, unless told which don't matter.
VARNISH = """
vcl 4.1;
backend default {{ .host = "127.0.0.1"; .port = "{site}"; }}
sub vcl_recv {{
  if (req.http.Cookie ~ "^cookies_preferences=[^;]*$") {{ unset req.http.Cookie; }}
}}
"""


def cache_command(name, folder):
    text = {"nginx": NGINX, "varnish": VARNISH}[name]
    config = folder / f"{name}.conf"
    config.write_text(text.format(folder=folder, site=SITE, cache=CACHE))
    if name == "nginx":
        return [program("nginx"), "-c", config]
    listen = f"127.0.0.1:{CACHE}"
    return [
        program("varnishd"), "-F", "-f", config, "-a", listen, "-n", folder / "work",
    ]  # fmt: skip


def program(name):
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    return found or sys.exit(f"{name} is missing: see the first lines of this script.")


def start_site(folder):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
    }
    for command in ("migrate", "demo"):
        run = [sys.executable, ROOT / "manage.py", command]
        subprocess.run(run, env=environment, check=True, capture_output=True)
    serve = [
        sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{SITE}", "--workers", "2",
        "--pythonpath", f"{ROOT},{ROOT / 'site'}",
        "--access-logfile", folder / "rendered.log", "config.wsgi",
    ]  # fmt: skip
    return subprocess.Popen(serve, env=environment, stderr=subprocess.DEVNULL)


def jars():
    now = int(time.time())
    values = ["", "garbage", "x" * 3000, f"terms=9&at={now}&statistics=1"]
    return values + [
        f"terms=1&at={now - number}&statistics={number % 2}&video={number % 3 % 2}"
        for number in range(50)
    ]


def view(cookie):
    headers = {"Cookie": f"cookies_preferences={cookie}"} if cookie else {}
    request = urllib.request.Request(
        f"http://127.0.0.1:{CACHE}/decouvrir/", headers=headers
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read(), bool(response.headers["Set-Cookie"])


def wait():
    for _ in range(100):
        try:
            return urllib.request.urlopen(
                f"http://127.0.0.1:{CACHE}/favicon.ico", timeout=5
            )
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return None
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit("The site or its cache didn't start.")


def main(name):
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    cache = subprocess.Popen(cache_command(name, folder), stderr=subprocess.DEVNULL)
    started = [start_site(folder), cache]
    try:
        wait()
        pick, values = random.Random(1), jars()
        seen = Counter(view(pick.choice(values)) for _ in range(VIEWS))
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(10)
    log = (folder / "rendered.log").read_text()
    rendered = log.count("GET /decouvrir/")
    sets = sum(count for (_, cookie), count in seen.items() if cookie)
    print(
        f"{name}: {VIEWS} views, {rendered} rendered, {len(seen)} different, {sets} set a cookie"
    )
    return rendered != 1 or len(seen) != 1 or sets


if __name__ == "__main__":
    if sys.argv[1:] not in (["nginx"], ["varnish"]):
        sys.exit(__doc__)
    sys.exit(bool(main(sys.argv[1])))
