"""Whoever you are in the demo, every page you can reach works for everyone."""

from browser import Page
from demo import Demo
from journeys import journey
from walk import walk


@journey("Every page, in every role, is readable, reachable by keyboard, fits a small phone and stays quiet")
def every_page(page: Page, demo: Demo):
    page.open(demo.sign_in_url)
    home, wrong, known = page.url, [], set()
    for role in page.roles():
        with page.expecting("status of 404"):  # Not everybody's home; the role bar stands there all the same.
            page.open(home)
        page.become(role)
        try:
            walk(page, known=known)
        except AssertionError as error:
            wrong.append(f"As {role}: {error}")
    assert not wrong, "\n".join(wrong)
    assert page.roles(), "The demo offers no roles."
