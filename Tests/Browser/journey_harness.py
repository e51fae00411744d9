"""The harness itself: what is planted is found, and what is well is left alone. It serves its own small pages."""

import http.server
import threading
from contextlib import contextmanager

from browser import Page
from journeys import journey
from walk import walk

# As strict as the product's own.
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'")

STYLE = """
body { font: 18px/1.5 sans-serif; color: #1d2429; background: #fbfaf7; margin: 16px; }
:focus-visible { outline: 3px solid #0b5d5b; }
table { width: 900px } .scrolls { overflow-x: auto }
.faint { color: #cccccc } .ringless:focus-visible { outline: none } .wide { width: 900px }
.cover { position: fixed; inset: auto 0 0 0; height: 60px; background: white }
@media (prefers-color-scheme: dark) { body { color: #e9e6df; background: #14191c } a { color: #6cc4bf } }
@media print { .screen { display: none } }
.sheet { break-after: page }
"""

WELL = """
<h1>Ngā kura o Ōtāwhao</h1>
<nav aria-label="Pages"><a href="/well">Home</a> <a href="/said">Said</a></nav>
<form method="post" action="/said">
<p><label for="gem">What did you find?</label> <input id="gem" name="gem"></p>
<p><label for="stage">Stage</label> <select id="stage" name="stage"><option>Trying<option>Using</select></p>
<p><input type="radio" name="who" id="a" value="a"><label for="a">One school</label>
<input type="radio" name="who" id="b" value="b"><label for="b">All schools</label></p>
<p><input type="checkbox" id="sure" name="sure" value="yes"><label for="sure">It is ours to share</label></p>
<p><label for="day">Day</label> <input type="date" id="day" name="day"></p>
<p><button>Save the gem</button></p>
</form>
<details><summary>Where this comes from</summary><a href="/well">Hidden till opened</a></details>
<div class="scrolls" tabindex="0" role="region" aria-label="Table"><table><tr><td>wide</table></div>
"""


class Pages(http.server.BaseHTTPRequestHandler):
    bodies: dict[str, str] = {}

    def do_GET(self):
        if self.path == "/style.css":
            return self.answer(200, STYLE, "text/css")
        if self.path == "/favicon.ico":
            return self.answer(204, "", "image/png")
        if self.path not in self.bodies:
            return self.answer(404, page("<h1>Not here</h1>"))
        self.answer(200, page(self.bodies[self.path]))

    def do_POST(self):
        said = self.rfile.read(int(self.headers["content-length"])).decode()
        self.answer(422 if "gem=&" in said else 200, page(f"<h1>Heard</h1><p>{said}</p>"))

    def answer(self, status: int, text: str, kind: str = "text/html; charset=utf-8"):
        body = text.encode()
        self.send_response(status)
        for name, value in [("content-type", kind), ("content-length", len(body)), ("content-security-policy", POLICY)]:
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def page(body: str) -> str:
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="stylesheet" href="/style.css"></head><body><main>{body}</main></body></html>')


@contextmanager
def served(**bodies: str):
    """Serves each body under its name; gives the address they begin with."""
    pages = type("PagesOfOneTest", (Pages,), {"bodies": {f"/{name}": body for name, body in bodies.items()}})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def complains(check, *words: str):
    """The check fails, and says all these words."""
    try:
        check()
    except AssertionError as error:
        missing = [word for word in words if word not in str(error)]
        assert not missing, f"It complained, but not of {missing}: {error}"
        return
    raise AssertionError(f"{check.__name__} found nothing wrong.")


@journey("The harness is content with a page that is well")
def a_page_that_is_well(page: Page):
    with served(well=WELL, said="<h1>Said</h1>") as site:
        page.open(f"{site}/well")
        page.check_all()


@journey("The harness fills a form by its labels and finds buttons by their names")
def a_form(page: Page):
    with served(well=WELL) as site:
        page.open(f"{site}/well")
        page.fill("What did you find?", "Whānau reading")
        page.choose("Stage", "Using")
        page.tick("All schools")
        page.tick("It is ours to share")
        page.click("Save the gem")
        page.expect("gem=Wh%C4%81nau+reading&stage=Using&who=b&sure=yes")
        complains(lambda: page.click("Lift the gem"), "no link or button “Lift the gem”")
        complains(lambda: page.expect_not("Heard"), "should not be")


@journey("The harness finds faults of contrast, names and labels")
def faults_for_axe(page: Page):
    faults = '<h1>Faults</h1><p class="faint">Faint words</p><img src="data:,"><input name="nameless">'
    with served(faults=faults) as site:
        page.open(f"{site}/faults")
        complains(page.check_axe, "color-contrast", "image-alt", "label")


@journey("The harness finds what is wider than a small phone")
def a_wide_page(page: Page):
    with served(wide='<h1>Wide</h1><p class="wide" id="culprit">Words</p>') as site:
        page.open(f"{site}/wide")
        complains(page.check_fits, "320", "culprit")


@journey("The harness finds controls that the keyboard does not reach, show or see")
def faults_for_the_keyboard(page: Page):
    with served(
        ringless='<a href="/1">One</a> <a href="/2" class="ringless">Two</a>',
        jumping='<a href="/1">One</a> <a href="/2" tabindex="2">Two</a>',
        covered='<div class="cover"><a href="/1">One</a></div><div class="cover"></div>',
    ) as site:
        page.open(f"{site}/ringless")
        complains(page.check_keyboard, "“Two” shows no focus")
        page.open(f"{site}/jumping")
        complains(page.check_keyboard, "“Two” jumps the queue")
        page.open(f"{site}/covered")
        complains(page.check_keyboard, "“One” is covered")


@journey("The harness hears what the security policy refuses and what is not there")
def refused_script(page: Page):
    with served(inline='<h1>Hello</h1><p style="color: red">Red</p><script>document.title = "ran"</script>') as site:
        page.open(f"{site}/inline")
        assert page.driver.title == "A page"
        complains(page.check_quiet, "Content Security Policy", "style", "script")
        page.check_quiet()
        page.open(f"{site}/missing")
        complains(page.check_quiet, "404")
        with page.expecting("status of 404"):
            page.open(f"{site}/missing")


@journey("The harness shows a page on a phone, in the dark and on paper")
def looks(page: Page):
    body = '<h1>Looks</h1><p class="screen">Only on a screen</p><div class="sheet">One</div><div>Two</div>'
    with served(looks=body) as site:
        page.open(f"{site}/looks")
        sizes = {}
        for look in ("desktop", "phone", "dark", "print"):
            png = page.picture("harness", look).read_bytes()
            sizes[look] = (int.from_bytes(png[16:20]), int.from_bytes(png[20:24]))
            background = page.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
            assert (background == "rgb(20, 25, 28)") == (look == "dark"), f"{look}: {background}"
            assert ("Only on a screen" in page.text) == (look != "print"), look
        assert sizes["desktop"][0] == 1280 and sizes["phone"][0] == 780, sizes
        assert page.printed_pages() == 2, page.printed_pages()


@journey("The harness changes person in the role bar")
def role_bar(page: Page):
    bar = ('<form class="role-bar" method="post" action="/said"><label for="role">You see it as</label> '
           '<select id="role" name="person"><option value="lead">Hana, lead principal<option value="board">'
           'Tama, board member</select> <button>Change</button></form><h1>Bar</h1>')
    with served(bar=bar) as site:
        page.open(f"{site}/bar")
        page.become("board member")
        page.expect("person=board")
        page.open(f"{site}/bar")
        complains(lambda: page.become("minister"), "does not offer “minister”")


@journey("The harness walks a site once for each kind of page, and says where it is wrong")
def a_walk(page: Page):
    with served(
        home='<h1>Home</h1><a href="/gems/1">One</a> <a href="/gems/2">Two</a> <a href="/data.csv">CSV</a>',
        **{"gems/1": '<h1>One</h1><a href="/bad">Bad</a>', "gems/2": "<h1>Two</h1>",
           "bad": '<h1>Bad</h1><img src="data:,"><a href="/home">Home</a>'},
    ) as site:
        page.open(f"{site}/home")
        complains(lambda: walk(page), "1 of 3 pages", "/bad", "image-alt")
