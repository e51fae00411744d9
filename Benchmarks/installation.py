"""An installation of Sightline as people use it: its command line, and its pages with their forms."""

import contextlib
import http.client
import json
import os
import re
import socket
import subprocess
import time
import urllib.parse

PASSWORD = "a long enough sentence for measuring"


def free_port() -> int:
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Process:
    """A server that was started here and is stopped here."""

    def __init__(self, command: list[str], port: int, path: str) -> None:
        self.port, self.path = port, path
        began = time.monotonic()
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        while True:
            with contextlib.suppress(OSError):
                if get(port, path)[0] == 200:
                    break
            if self.child.poll() is not None or time.monotonic() - began > 60:
                self.child.kill()
                raise SystemExit(f"bench: '{' '.join(command[:2])}' did not start")
            time.sleep(0.005)
        self.started_in = time.monotonic() - began

    def stop(self) -> None:
        self.child.terminate()
        try:
            self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        self.child.stdout.close()

    def megabytes(self) -> float:
        with open(f"/proc/{self.child.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024

    def seconds_of_cpu(self) -> float:
        with open(f"/proc/{self.child.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def get(port: int, path: str, cookie: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


class Browser:
    """Somebody at the pages: keeps cookies, and sends forms with the token that pages carry."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies, self.token = port, {}, ""

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str) -> str:
        status, page = get(self.port, path, self.cookie)
        if status != 200:
            raise SystemExit(f"bench: {path} answered {status}")
        if found := re.search(r'name="token" value="([^"]+)"', page):
            self.token = found[1]
        return page

    def post(self, path: str, **fields: str) -> tuple[str, str]:
        """Where the form led, and the page it answered with."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(
            "POST", path, urllib.parse.urlencode({"token": self.token, **fields}),
            {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}",
             "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        page = answer.read().decode()
        if answer.status not in (200, 303):
            said = re.findall(r'class="[^"]*(?:error|problem)[^"]*"[^>]*>([^<]+)', page)
            raise SystemExit(f"bench: the form at {path} answered {answer.status}: {' '.join(said)}")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        connection.close()
        return answer.getheader("Location") or "", page

    def follow_link(self, link: str, name: str, email: str) -> None:
        """A link of one use, followed to a password and a session."""
        self.get(link)
        self.post(link, name=name, email=email, password=PASSWORD)


class Installation:
    """A data folder, or a database on a server with a folder beside it, and the program that serves it."""

    def __init__(self, program: str, folder: str, url: str | None = None) -> None:
        self.program = program
        self.place = ["--data", folder] + (["--database-url", url] if url else [])

    def serve(self) -> Process:
        port = free_port()
        return Process([self.program, "serve", *self.place, "--port", str(port)], port, "/up")

    def bring_in(self, file: str, organisation: str, *options: str) -> dict:
        done = subprocess.run(
            [self.program, "import", file, *self.place, "--organisation", organisation, "--json",
             "--statement", "Told to families at enrolment", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit(f"bench: {file} was not brought in: {done.stderr[-500:]}{done.stdout[-500:]}")
        counts = json.loads(done.stdout)["counts"]
        if counts.get("refused"):
            raise SystemExit(f"bench: rows of {file} were refused: {done.stdout[:800]}")
        return counts
