"""Fills an installation as a community would: by its forms and by `sightline import`."""

import concurrent.futures
import html
import os
import re

from installation import Browser, Installation
from world import MEASURES, Roll, SCHOOLS, terms

TOOLS = ("harbour-scale", "teacher-judgement")


class Seeded:
    """What a filled installation is asked by: the picture's address, and the cookie of somebody who leads there."""

    def __init__(self, picture: str, cookie: str, organisations: dict[str, str]) -> None:
        self.picture, self.cookie, self.organisations = picture, cookie, organisations


def form_community(browser: Browser) -> tuple[str, dict[str, str]]:
    """The community with its seven schools and the tools they use; a principal for each school."""
    first, *others = SCHOOLS
    pack = re.search(r'value="(community-of-practice[^"]*)"', browser.get("/communities/new"))[1]
    place, _ = browser.post(
        "/communities", name="Community of the bench", purpose="To be measured", pack=pack, organisation=first,
        kind="primary-school")
    community = place.removesuffix("/members")
    for school in others:
        browser.post(f"{community}/members", organisation=school, kind="primary-school", membership="associate")
    addition = re.search(r'value="(demo-tools[^"]*)"', browser.get(f"{community}/settings"))[1]
    browser.post(f"{community}/packs", pack=addition)
    options = re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', browser.get(f"{community}/positions"))
    names = {html.unescape(name).strip(): value for value, name in options}
    return community, {school: names[school] for school in SCHOOLS}


def seed(installation: Installation, roll: Roll, folder: str, signs_off: bool = True) -> Seeded:
    server = installation.serve()
    try:
        link = re.search(r"/link/\S+", server.child.stdout.readline())[0]
        leader = Browser(server.port)
        leader.follow_link(link, "Lead", "lead@bench.example")
        community, organisations = form_community(leader)
        principals = {}
        for number, (school, organisation) in enumerate(organisations.items()):
            principals[school] = leader
            if number == 0:
                continue
            email = f"principal{number}@bench.example"
            held, _ = leader.post(
                f"{community}/positions", role="principal", organisation=organisation, name=f"Principal {number}",
                email=email)
            principals[school] = Browser(server.port)
            link = re.search(r"/link/[\w-]+", leader.get(held))[0]
            principals[school].follow_link(link, f"Principal {number}", email)
        bring_in(installation, roll, organisations, range(1), folder)
        def sign_off(school: str) -> None:
            principals[school].get(f"{community}/sign-offs")
            for measure in MEASURES:
                for term, _ in terms():
                    principals[school].post(
                        f"{community}/sign-offs", organisation=organisations[school], measure=measure, term=term)

        # The principals sign at the same time, for each signature is checked against a picture of its own.
        with concurrent.futures.ThreadPoolExecutor() as principals_at_work:
            for done in [principals_at_work.submit(sign_off, school) for school in SCHOOLS if signs_off]:
                done.result()
        picture = f"{community}/picture"
        if not signs_off:
            return Seeded(picture, leader.cookie, organisations)
        page = leader.get(picture)
        missing = [school for school in SCHOOLS if html.escape(school, quote=False) not in page]
        if missing:
            raise SystemExit(f"bench: the picture does not show {', '.join(missing)}")
        return Seeded(picture, leader.cookie, organisations)
    finally:
        server.stop()


def bring_in(
    installation: Installation, roll: Roll, organisations: dict[str, str], rounds: range, folder: str
) -> int:
    """Learners the first time, and the results of some rounds, file by file. Answers how many results came in."""
    written = 0
    for school, organisation in organisations.items():
        if rounds.start == 0:
            path = os.path.join(folder, "learners.csv")
            roll.write_learners(school, path)
            installation.bring_in(path, organisation, "--kind", "learners")
        for tool in TOOLS:
            path = os.path.join(folder, f"{tool}.csv")
            written += roll.write_results(school, tool, path, rounds)
            installation.bring_in(path, organisation, "--kind", "results", "--instrument", tool)
    return written
