"""A walk over a site from the page that is open: one page of each kind, everything that holds for every page."""

import re
from urllib.parse import urlsplit

from browser import Page


def walk(page: Page, most: int = 60, known: set[str] | None = None) -> list[str]:
    """Follows links breadth first, one for each kind of address; complains of all pages together, at the end.

    Where the keyboard has been tried on a kind of page that is `known`, it is not tried again: it takes longest.
    """
    known = set() if known is None else known
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
    waiting, kinds, seen, wrong = [page.url], {kind(page.url)}, [], []
    while waiting and len(seen) < most:
        url = waiting.pop(0)
        page.open(url)
        seen.append(url)
        links = page.driver.execute_script(
            "return [...document.querySelectorAll('a[href]:not([download])')]"
            ".map(link => new URL(link.getAttribute('href'), document.baseURI).href.split('#')[0])")
        for link in links:
            if link.startswith(origin) and not is_file(link) and kind(link) not in kinds:
                kinds.add(kind(link))
                waiting.append(link)
        try:
            if kind(url) in known:
                page.check_axe()
                page.check_fits()
                page.check_quiet()
            else:
                page.check_all()
        except AssertionError as error:
            page.complaints = []
            wrong.append(str(error))
        known.add(kind(url))
    assert not wrong, f"{len(wrong)} of {len(seen)} pages are wrong:\n    " + "\n    ".join(wrong)
    return seen


def kind(url: str) -> str:
    """Addresses that differ only in ids, numbers and questions are of one kind; an id in the demo may be words."""
    path = re.sub(r"/[^/]*\d[^/]*", "/#", urlsplit(url).path)
    return re.sub(r"/(gems|activities)/(?!new(/|$))[^/]+", r"/\1/#", path)


def is_file(url: str) -> bool:
    """Something to keep rather than to look at; or the way out."""
    path = urlsplit(url).path
    return path.rsplit("/", 1)[-1].count(".") > 0 or path.startswith("/api/") or "sign-out" in path
