"""Bringing in what a school has: a messy workbook, mended on the page, taken back and let count again."""

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

from browser import Page
from demo import Demo
from journeys import journey
from workbook import SPOILT, messy_workbook


def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="sightline-journey-"))


@journey("A messy workbook is brought in, three rows of it are mended, it is taken back and counts again")
def messy(page: Page, own_demo: Demo):
    bring_in_messy_workbook(page, own_demo, lambda: None)


@journey("The same on a screen 320 px wide, where nothing scrolls sideways and axe has no complaint")
def messy_narrow(page: Page, own_demo: Demo):
    def look():
        page.check_fits()
        page.look_as("narrow")
        page.check_axe()

    page.look_as("narrow")
    bring_in_messy_workbook(page, own_demo, look)


@journey("The same without JavaScript, where a large file says how far it is by itself")
def messy_plain(plain_page: Page, own_demo: Demo):
    bring_in_messy_workbook(plain_page, own_demo, lambda: None)
    home = plain_page.url.partition("/intakes")[0]
    bring_in(plain_page, home, large_file(rows=100_000))
    plain_page.expect("read so far.")
    # Only where no scripts run is what stands in <noscript> part of the page.
    assert plain_page.driver.find_elements("css selector", "noscript meta[http-equiv=refresh]"), (
        "The page does not refresh itself, or scripts run after all.")
    plain_page.expect("100,000 results are new.", patience=150)


@journey("A large file says how far it is, and shows its preview when it has been read")
def large(page: Page, own_demo: Demo):
    page.open(own_demo.sign_in_url)
    home = page.url
    bring_in(page, home, large_file(rows=400_000))
    page.expect("read so far.")
    page.expect("You may leave this page")
    page.driver.execute_script("window.stillTheSamePage = true")
    first = rows_read(page) or 0
    # A fast machine may have read it all before the number is looked at again.
    page.wait_until(
        lambda: rows_read(page) is None or rows_read(page) > first, "The number of rows never grows.", patience=60)
    if rows_read(page) is not None:
        assert page.driver.execute_script("return window.stillTheSamePage"), "The page was loaded anew for a number."
    page.expect("400,000 results are new.", patience=150)
    page.send("Let it count")
    page.expect("It counts now.")


@journey("The program is killed while it reads a large file, and goes on by itself when it serves again")
def killed(page: Page, own_demo: Demo):
    page.open(own_demo.sign_in_url)
    home = page.url
    bring_in(page, home, large_file(rows=500_000))
    page.expect("read so far.")
    page.wait_until(lambda: (rows_read(page) or 0) > 0, "It does not begin to read.", patience=60)
    address = page.url
    # The page misses the program for a while.
    with page.expecting("net::ERR_|Failed to load"):
        own_demo.kill()
        assert states(own_demo) == ["staging"], "It was read before it could be killed: the file is too small for this."
        own_demo.serve_again()
        page.open(own_demo.new_link("ngaire@torea-spit.example"))
        page.fill("New password", "torn sail mends by noon")
        page.send("Save")
        page.open(address)
        page.expect("500,000 results are new.", patience=200)
    assert states(own_demo) == ["staged"], states(own_demo)
    page.send("Throw it away")
    page.expect("thrown away before anything of it counted.")


# The way

def bring_in_messy_workbook(page: Page, demo: Demo, look):
    page.open(demo.sign_in_url)
    home = page.url
    page.open(home + "/intakes")
    look()
    page.fill("Which file?", str(messy_workbook(folder() / "Pānui reading.xlsx")))
    page.send("Look at it")
    page.expect("Is this what the columns of Pānui reading.xlsx hold?")
    look()
    page.choose("Which tool are the results from?", "Harbour scale")
    page.choose("What was assessed?", "Reading")
    page.send("Show the preview")
    page.expect("5 results are new.")
    page.expect("3 rows that cannot be used")
    page.expect("3 personal columns left out and not stored: Last name, First name, Teacher comment.")
    look()
    for line, heading, wrong, right in SPOILT:
        assert page.value(f"{heading} on line {line}") == wrong
        page.fill(f"{heading} on line {line}", right)
    page.send("Read it again with these")
    page.expect("8 results are new.")
    page.expect_not("cannot be used")
    look()
    page.send("Let it count")
    page.expect("8 results from this file count.")
    look()
    page.send("Undo")
    page.expect("This file was taken back. Nothing of it counts.")
    look()
    page.send("Let it count again")
    page.expect("8 results from this file count.")


@journey("The same by keyboard alone")
def messy_by_keyboard(page: Page, own_demo: Demo):
    page.open(own_demo.sign_in_url)
    page.press("Learners", "Bring in results")
    page.expect("Which file?")
    # What the browser's own dialogue would give back.
    page.type_into("Which file?", str(messy_workbook(folder() / "Pānui reading.xlsx")))
    page.press("Look at it")
    page.expect("Is this what the columns of Pānui reading.xlsx hold?")
    page.type_into("Which tool are the results from?", "Harbour")
    page.type_into("What was assessed?", "Reading")
    page.press("Show the preview")
    page.expect("5 results are new.")
    for line, heading, _, right in SPOILT:
        page.type_into(f"{heading} on line {line}", right, clears=True)
    page.press("Read it again with these")
    page.expect("8 results are new.")
    page.press("Let it count")
    page.expect("8 results from this file count.")
    page.press("Undo")
    page.expect("Nothing of it counts.")
    page.press("Let it count again")
    page.expect("8 results from this file count.")


def bring_in(page: Page, home: str, file: Path):
    page.open(home + "/intakes")
    page.fill("Which file?", str(file))
    page.send("Look at it")
    page.choose("Which tool are the results from?", "Harbour scale")
    page.send("Show the preview")


def large_file(rows: int) -> Path:
    """Eighty learners of the demonstration's first school, assessed in two subjects day after day."""
    path = folder() / "every-day.csv"
    lines = ["Student ID,Test date,Subject,Score"]
    day = date(2024, 12, 31)
    while len(lines) <= rows:
        for learner in range(10_001, 10_081):
            for subject in ("Reading", "Mathematics"):
                lines.append(f"{learner},{day.isoformat()},{subject},{30 + learner % 60}")
        day -= timedelta(days=1)
    path.write_text("\n".join(lines[:rows + 1]) + "\n", encoding="utf-8")
    assert path.stat().st_size > 1 << 20, "The file is so small that it is read at once."
    return path


def rows_read(page: Page) -> int | None:
    for line in page.text.splitlines():
        if line.endswith("read so far."):
            return int("".join(letter for letter in line.split(" row")[0] if letter.isdigit()) or 0)
    return None


def states(demo: Demo) -> list[str]:
    """What became of the large files, as the database says."""
    database = sqlite3.connect(demo.database)
    try:
        return [row[0] for row in database.execute("SELECT state FROM intake WHERE source = 'every-day.csv'")]
    finally:
        database.close()
