"""A middleware that plants faults on the demo site, for the audit to find; pages that misbehave."""

import time

from django.http import HttpResponse, HttpResponseRedirect

TODAY = 86_400  # seconds

HOME = """
<script>
  document.cookie = "early=1; path=/; secure; samesite=lax";
  localStorage.setItem("flash", "1");
  localStorage.removeItem("flash");
  sessionStorage.setItem("tab-key", "1");
  indexedDB.open("hidden-base");
  caches.open("hidden-cache");
  navigator.serviceWorker.register("/planted-worker.js").catch(() => {});
  document.createElement("canvas").toDataURL();
</script>
<script src="http://cdn.provider.test:PORT/tag.js"></script>
<img src="http://pixel.unknown.test:PORT/p.gif" alt="">
<iframe src="http://frame.unknown.test:PORT/frame/"></iframe>
"""
REFUSED = """
<script>document.cookie = "late=1; path=/; secure; samesite=lax";</script>
<img src="http://refused.provider.test:PORT/p.gif" alt="">
"""
WITHDRAWN = '<img src="http://after.provider.test:PORT/p.gif" alt="">'
SERVED = {
    "gif": (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00"
        b"\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
        "image/gif",
    ),
    "js": (b"", "text/javascript"),
}
WITHOUT_BANNER = "/politique-de-confidentialite/"
WITHOUT_CONTROL = "/mentions-legales/"


class Planted:
    """Stands first; every host that ends in ``.test`` is a third party, served here too."""

    was_accepted = False

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        host = request.get_host().split(":")[0]
        if host.endswith(".test"):
            ending = request.path.rpartition(".")[2]
            content, kind = SERVED.get(ending, (b"<p>third party</p>", "text/html"))
            response = HttpResponse(content, kind)
            if host.startswith("cdn."):
                response["Set-Cookie"] = "foreign=1; Path=/; Secure; SameSite=None"
            return response
        if request.path == "/planted-worker.js":
            return HttpResponse("", content_type="text/javascript")
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            self._plant(request, response)
        return response

    def _plant(self, request, response):
        choice = request.COOKIES.get("cookies_preferences", "")
        if not choice:
            Planted.was_accepted = False
        elif "statistics=1" in choice and "video=1" in choice:
            Planted.was_accepted = True
            response.set_cookie("renewed", "1", 30 * TODAY, secure=True, samesite="Lax")
        elif "statistics=0" in choice and "video=0" in choice and self.was_accepted:
            response.set_cookie("stays", "1", secure=True, samesite="Lax")
        response.set_cookie(
            "_track_8f3a2b1c", "1", httponly=True, secure=True, samesite="Lax"
        )
        response.set_cookie("longlife", "1", 300 * TODAY, secure=True, samesite="Lax")
        response.set_cookie("bare", "1")
        response.headers.pop("Content-Security-Policy", None)
        response.content = self._markup(request, choice, response.content.decode())
        response.headers.pop("Content-Length", None)

    def _markup(self, request, choice, html):
        planted = HOME if request.path in ("/", "/en/") else ""
        if "statistics=0" in choice and "video=0" in choice:
            planted += WITHDRAWN if self.was_accepted else REFUSED
        if request.path == WITHOUT_CONTROL:
            html = html.replace("data-cookie-preferences", "data-nothing")
        if request.path == WITHOUT_BANNER:
            html = html.replace('id="cookie-banner"', 'id="nothing"')
        return html.replace("</body>", planted + "</body>").replace(
            ":PORT", f":{request.get_port()}"
        )


class Misbehaving:
    """Pages that no crawl expects."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        page = getattr(self, request.path.strip("/").replace("-", "_"), None)
        return page(request) if page else self.get_response(request)

    def slow(self, request):
        time.sleep(6)
        return HttpResponse("late")

    def busy_for_ever(self, request):
        return HttpResponse("<script>onload = () => { for (;;); };</script>")

    def redirect_loop(self, request):
        return HttpResponseRedirect("/redirect-loop/")

    def download(self, request):
        headers = {"Content-Disposition": "attachment; filename=a.zip"}
        return HttpResponse(b"zip", "application/zip", headers=headers)

    def broken(self, request):
        return HttpResponse("no", status=500)

    def dialog(self, request):
        response = HttpResponse(
            "<script>alert(1); onbeforeunload = (e) => { e.preventDefault(); }; confirm();"
            "localStorage.setItem('after-dialog', 1);</script>"
        )
        return response

    def odd_names(self, request):
        return HttpResponse(
            "<script>document.cookie = 'odd\\u0085\\u202ename=1';"
            "localStorage.setItem('line\\nbreak\\u0000', 1);</script>"
            '<img src="http://nowhere.invalid/p.gif" alt="">'
        )

    def large(self, request):
        return HttpResponse("<p>" + "word " * 10_000_000)
