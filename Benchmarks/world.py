"""The community that is measured: seven schools with 3,000 learners, and their results as files to bring in."""

import csv
import datetime
import random

SCHOOLS = {
    "Kōwhai College": 700, "Tōtara School": 620, "Rātā School": 520, "Pīwakawaka School": 450,
    "Mataī School": 350, "Kererū School": 260, "Tūī School": 100,
}
LEARNERS = sum(SCHOOLS.values())
RESULTS = 100_000
MEASURES = ("reading", "writing", "mathematics")
LEVELS = ("Well below", "Below", "At", "Above")
# A day well within each term, wherever its holidays fall, with ten more days behind it.
MIDDLES = ((3, 10), (6, 10), (9, 1), (11, 10))


def terms(count: int = 16) -> list[tuple[str, datetime.date]]:
    """The latest terms whose results can be in by now, oldest first: name, and the first day of assessments."""
    today = datetime.date.today()
    found = [(f"{year}-T{number + 1}", datetime.date(year, month, day))
             for year in range(today.year - 5, today.year + 1) for number, (month, day) in enumerate(MIDDLES)]
    return [term for term in found if term[1] + datetime.timedelta(days=10) <= today][-count:]


class Roll:
    """The same learners and the same results each time, so that two runs measure the same."""

    def __init__(self) -> None:
        chance = random.Random(2026)
        this_year = datetime.date.today().year
        self.learners = {
            school: [Learner(school, number, chance) for number in range(size)] for school, size in SCHOOLS.items()}
        everything = [
            (school, learner, measure, term, day, learner.level - (this_year - day.year))
            for school, learners in self.learners.items() for learner in learners
            for term, day in terms() for measure in MEASURES if learner.level - (this_year - day.year) >= 1]
        self.assessed = sorted(chance.sample(range(len(everything)), RESULTS))
        self.everything = everything

    def write_learners(self, school: str, path: str) -> None:
        with open(path, "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["Local ID", "First name", "Family name", "Year level", "Ethnicity (1)", "Gender", "ESOL"])
            for learner in self.learners[school]:
                rows.writerow([learner.id, "Ari", "Tester", learner.level, learner.ethnicity, learner.gender, "No"])

    def write_results(
        self, school: str, tool: str, path: str, rounds: range, only: tuple[str, str] | None = None, draw: int = 0
    ) -> int:
        """Results of one school from one tool; `rounds` are days of the same assessment, one after the other. With
        `only`, of one measure in one term; another `draw` gives other values."""
        chance = random.Random(f"{school} {tool} {rounds} {draw}")
        written = 0
        with open(path, "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["Local ID", "Year level", "Subject", "Date tested", "Result"])
            for number in self.assessed:
                at, learner, measure, term, day, level = self.everything[number]
                judged = measure == "writing"
                if at != school or judged != (tool == "teacher-judgement") or only not in (None, (measure, term)):
                    continue
                for later in rounds:
                    result = (LEVELS[chance.choices(range(4), (1, 2, 5, 2))[0]] if judged
                              else max(20, min(120, round(chance.gauss(34 + 7 * level, 9)))))
                    tested = day + datetime.timedelta(days=later)
                    rows.writerow([learner.id, level, measure.capitalize(), tested, result])
                    written += 1
        return written


class Learner:
    def __init__(self, school: str, number: int, chance: random.Random) -> None:
        self.id = f"{list(SCHOOLS).index(school) + 1}{number:04}"
        self.level = 1 + number % 8
        self.ethnicity = chance.choices(("NZ European", "Māori", "Samoan", "Chinese"), (55, 25, 12, 8))[0]
        self.gender = chance.choice(("Female", "Male"))
