"""Takes the pictures of the README from the demo; with --every-look, of each page in every look, to judge them by."""

import argparse
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here))

from browser import LOOKS, Page, open_chromium  # noqa: E402
from demo import Demo  # noqa: E402

# name of the picture, role, what to click from there on, look
TALLEST = 1400  # pixels: the README shows where a page begins, not all of it
PICTURES = [
    ("home", "lead principal", [], "desktop"),
    ("picture", "lead principal", ["Learners"], "desktop"),
    ("gem", "lead principal", ["Talk before you write"], "desktop"),
]


def main():
    top = here.parent.parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=top / ".build/release/sightline")
    parser.add_argument("--folder", type=Path, help="where to put them (docs/screenshots, or .build/screenshots)")
    parser.add_argument("--every-look", action="store_true", help="every page in every look")
    arguments = parser.parse_args()
    folder = arguments.folder or top / (".build/screenshots" if arguments.every_look else "docs/screenshots")

    driver = open_chromium()
    try:
        with Demo(arguments.program) as demo:
            page = Page(driver, folder)
            page.open(demo.sign_in_url)
            home = page.url
            for name, role, clicks, look in PICTURES:
                page.look_as("desktop")
                page.open(home)
                page.become(role)
                for text in clicks:
                    page.click(text)
                for each in LOOKS if arguments.every_look else [look]:
                    print(page.picture(name, each, tallest=12_000 if arguments.every_look else TALLEST))
    finally:
        driver.quit()


if __name__ == "__main__":
    main()
