"""A built program serving an installation, and somebody who uses it over HTTP."""

import html
import http.client
import json
import queue
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.parse
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Iterator


class Installation:
    """A data folder, and `sightline serve` on it whenever it is started. Gone when the `with` ends."""

    def __init__(self, program: Path, database_url: str | None = None, folder: Path | None = None):
        assert program.exists(), f"{program} is not built: swift build -c release --product sightline"
        self.program, self.database_url = program, database_url
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sightline-faults-"))
        self.data = self.folder / "data"
        self.process: subprocess.Popen[str] | None = None
        self.port = 0
        self.link: str | None = None
        self.said: list[str] = []

    def __enter__(self) -> "Installation":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def where(self) -> list[str]:
        url = ["--database-url", self.database_url] if self.database_url else []
        return ["--data", str(self.data), *url]

    def launch(self) -> None:
        """Starts the program without waiting for it to serve."""
        self.said = []
        self.process = subprocess.Popen(
            [str(self.program), "serve", "--port", "0", *self.where],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def start(self, patience: float = 30) -> None:
        """Starts the program and waits until it says where it serves."""
        self.launch()
        lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, args=(self.process, lines), daemon=True).start()
        end = time.monotonic() + patience
        while True:
            try:
                line = lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"it did not serve within {patience} s; it said: {self.said}") from None
            assert line is not None, f"it ended instead of serving; it said: {self.said}"
            if found := re.match(r"First administrator: \S+(/link/\S+)", line):
                self.link = found[1]
            if found := re.match(r"Serving on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                return

    def _read(self, process: subprocess.Popen[str], lines: "queue.Queue[str | None]") -> None:
        for line in process.stdout or []:
            self.said.append(line.rstrip())
            lines.put(line.rstrip())
        lines.put(None)

    def kill(self) -> None:
        """As a power cut or the out-of-memory killer would: without a word."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self, patience: float = 20) -> int:
        """As `systemctl stop` would; the exit code."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(patience)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs another command of the program on the same installation."""
        return subprocess.run([str(self.program), *words, *self.where], capture_output=True, text=True, timeout=60)

    def expect_sound(self) -> None:
        """The database is whole, nothing in it is half done, and no audit trail has a gap."""
        if not self.database_url:
            with self.opened() as database:
                assert (said := database.execute("PRAGMA integrity_check").fetchall()) == [("ok",)], said
                assert (broken := database.execute("PRAGMA foreign_key_check").fetchall()) == [], broken
                for what, sql in HALF_DONE.items():
                    count = database.execute(sql).fetchone()[0]
                    assert count == 0, f"{count} {what}"
        verified = self.run("audit", "verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr
        assert ", 0 broken" in verified.stdout, verified.stdout

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The SQLite database, from outside the program; what is changed is kept."""
        with closing(sqlite3.connect(self.data / "sightline.db", timeout=10)) as database, database:
            yield database


# What each write does in one transaction, and what would remain if only a part of it had been kept.
HALF_DONE = {
    "organisations that belong nowhere":
        "SELECT count(*) FROM organisation WHERE id NOT IN (SELECT organisation_id FROM membership)",
    "memberships without their event":
        """SELECT count(*) FROM membership
           WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.community_id = membership.community_id
               AND (event.organisation_id = membership.organisation_id OR event.kind = 'community-formed'))""",
    "events without their link in an audit trail":
        """SELECT abs((SELECT count(*) FROM event) - (SELECT count(*) FROM audit_entry
               WHERE action IN (SELECT kind FROM event)))""",
    "communities that nobody leads":
        "SELECT count(*) FROM community WHERE id NOT IN (SELECT community_id FROM standing WHERE standing = 'leader')",
}


class Unreachable(Exception):
    """The connection could not be made or broke: whether a request was carried out is not known."""


class Answer:
    def __init__(self, status: int, headers: http.client.HTTPMessage, body: str):
        self.status, self.headers, self.body = status, headers, body

    @property
    def location(self) -> str:
        return self.headers["Location"] or ""

    @property
    def text(self) -> str:
        """What a reader reads."""
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", self.body)))


class Person:
    """Somebody with a browser: it keeps its session's cookie and sends forms as our pages do."""

    def __init__(self, installation: Installation, cookie: str = "", token: str = ""):
        self.installation, self.cookie, self.token = installation, cookie, token

    def beside(self) -> "Person":
        """The same person in another tab."""
        return Person(self.installation, self.cookie, self.token)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path, {}, None)

    def post(self, path: str, **fields: str) -> Answer:
        body = urllib.parse.urlencode({"token": self.token, **fields})
        origin = f"http://127.0.0.1:{self.installation.port}"
        return self.ask(
            "POST", path, {"Origin": origin, "Content-Type": "application/x-www-form-urlencoded"}, body)

    def ask(self, method: str, path: str, headers: dict[str, str], body: str | None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.installation.port, timeout=20)
        try:
            connection.request(method, path, body, {"Cookie": self.cookie, **headers} if self.cookie else headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read().decode())
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(str(error)) from error
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("sightline="):
                self.cookie = cookie.split(";")[0]
        return answer

    def sign_up(self) -> None:
        """Follows the link that the first start printed."""
        link = self.installation.link
        assert link, f"no link for a first administrator was printed: {self.installation.said}"
        answer = self.post(
            link, name="Ana Rewi", email="ana@sightline.example", password="four small brown ducks")
        assert answer.status == 303, f"{answer.status}: {answer.text}"
        self.learn_token()

    def learn_token(self) -> None:
        page = self.get("/communities/new")
        found = re.search(r'name="token" value="([^"]+)"', page.body)
        assert found, f"no form on the page: {page.status} {page.text}"
        self.token = found[1]

    def form(self, name: str) -> str:
        """Forms a community; the path of its home."""
        answer = self.post(
            "/communities", name=name, purpose="Writing that travels", pack="community-of-practice",
            organisation=f"Te Kura o {name}", kind="primary-school", roll="180")
        assert answer.status == 303, f"{answer.status}: {answer.text}"
        return answer.location.removesuffix("/members")

    def add_member(self, community: str, name: str) -> Answer:
        return self.post(community + "/members", organisation=name, kind="primary-school", membership="member")

    def members(self, community: str) -> set[str]:
        answer = self.get("/api/v1" + community + "/members")
        assert answer.status == 200, f"{answer.status}: {answer.body[:300]}"
        return {member["name"] for member in json.loads(answer.body)["members"]}
