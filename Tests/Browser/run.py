"""Runs the browser journeys: every function with `@journey("…")` in a file named journey_*.py beside this one.

A journey asks for what it needs by the names of its parameters:
    page        a page in a browser that knows nothing yet
    demo        the demo, one for all journeys; `demo.sign_in_url` signs in as the lead principal
    plain_page  a page in a browser that runs no scripts
    own_demo    a demo of its own, for a journey that changes what others look at
"""

import argparse
import importlib
import inspect
import signal
import sys
import time
import traceback
from contextlib import ExitStack
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here))

from browser import Page, open_chromium  # noqa: E402
from demo import Demo  # noqa: E402
from journeys import found  # noqa: E402

LIMIT = 300  # seconds for one journey


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs the browser journeys.")
    parser.add_argument("--program", type=Path, default=here.parent.parent / ".build/release/sightline",
                        help="the built sightline")
    parser.add_argument("--only", default="", metavar="WORD", help="only journeys whose sentence has WORD in it")
    arguments = parser.parse_args()

    for file in sorted(here.glob("journey_*.py")):
        importlib.import_module(file.stem)
    journeys = [each for each in found if arguments.only.casefold() in each.sentence.casefold()]
    passed = failed = 0
    with ExitStack() as open_things:
        pictures = here.parent.parent / ".build/browser"
        page = Page(open_chromium(), pictures)
        open_things.callback(page.driver.quit)
        shared: list[Demo] = []

        def demo() -> Demo:
            if not shared:
                shared.append(open_things.enter_context(Demo(arguments.program)))
            return shared[0]

        for journey in journeys:
            began = time.monotonic()
            try:
                run(journey, page, demo, arguments.program)
                passed += 1
                print(f"✔ {journey.sentence} ({time.monotonic() - began:.1f} s)", flush=True)
            except Exception as error:
                failed += 1
                print(f"✘ {journey.sentence} ({time.monotonic() - began:.1f} s)\n    {told(error)}", flush=True)
                try:
                    print(f"    seen at {page.url}: {page.picture('failed-' + journey.name)}", flush=True)
                except Exception:
                    pass  # The browser itself is gone; what went wrong stands above.
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def run(journey, page: Page, demo, program: Path):
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LIMIT)
    try:
        page.forget()
        with ExitStack() as own:
            def plain_page() -> Page:
                plain = Page(open_chromium(runs_scripts=False), page.pictures)
                own.callback(plain.driver.quit)
                return plain

            givers = {"page": lambda: page, "plain_page": plain_page, "demo": demo,
                      "own_demo": lambda: own.enter_context(Demo(program))}
            journey.walk(**{name: givers[name]() for name in inspect.signature(journey.walk).parameters})
            page.check_quiet()
    finally:
        signal.alarm(0)


def too_long(*_):
    raise AssertionError(f"It took longer than {LIMIT} s.")


def told(error: Exception) -> str:
    """An assertion speaks for itself; of anything else the way there is wanted too."""
    if isinstance(error, AssertionError) and str(error):
        place = traceback.extract_tb(error.__traceback__)
        steps = [step for step in place if Path(step.filename).name.startswith("journey_")]
        where = f"\n    at {Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else ""
        return str(error) + where
    return "".join(traceback.format_exception(error)).replace("\n", "\n    ")


if __name__ == "__main__":
    sys.exit(main())
