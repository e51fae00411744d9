"""The built program, serving its demo for a while."""

import queue
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path


class Demo:
    """`sightline demo` on a free port, with a data folder of its own. It ends with the `with` around it."""

    def __init__(self, program: Path, patience: float = 60):
        self.program, self.patience = program, patience
        self.said: list[str] = []

    def __enter__(self) -> "Demo":
        assert self.program.exists(), (
            f"{self.program} is not built: swift build -c release --product sightline")
        self.data = Path(tempfile.mkdtemp(prefix="sightline-demo-"))
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self._launch("demo")
        try:
            self.sign_in_url = self._sign_in_url()
            self._wait_until_it_answers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.data, ignore_errors=True)

    @property
    def database(self) -> Path:
        return self.data / "data" / "sightline.db"

    def kill(self):
        """As a power cut would: without a word."""
        self.process.kill()
        self.process.wait()

    def serve_again(self):
        """Serves what was there when it was killed, at the same address, as an installation would be started again."""
        self._launch("serve")
        self._wait_until_it_answers()

    def new_link(self, email: str) -> str:
        """A link with which somebody chooses a new password: the story's clock, by which the demo's sessions run, stops
        with the demo."""
        answer = subprocess.run(
            [str(self.program), "user", "invite", email, "--data", str(self.data / "data"), "--origin", self.origin],
            capture_output=True, text=True, timeout=60, check=True)
        return answer.stdout.split()[-1]

    def _launch(self, command: str):
        self.process = subprocess.Popen(
            [str(self.program), command, "--port", str(self.port), "--data", str(self.data / "data")],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, args=(self.process, self.lines), daemon=True).start()

    def _read(self, process: subprocess.Popen, lines: queue.Queue):
        for line in process.stdout:
            self.said.append(line)
            lines.put(line)
        lines.put(None)

    def _sign_in_url(self) -> str:
        """The first address it prints that leads further than its front page."""
        end = time.monotonic() + self.patience
        while True:
            try:
                line = self.lines.get(timeout=max(0.1, end - time.monotonic()))
            except queue.Empty:
                line = None
            assert line is not None, "The demo did not print a URL to sign in with. It said:\n" + "".join(self.said[-20:])
            for url in re.findall(r"https?://(?:127\.0\.0\.1|localhost):\d+/[^\s'\"]+", line):
                return url.rstrip(".,")

    def _wait_until_it_answers(self):
        end = time.monotonic() + self.patience
        while True:
            try:
                urllib.request.urlopen(self.origin + "/up", timeout=2).close()
                return
            except urllib.error.HTTPError:
                return  # It answers, even if it has no such page.
            except OSError:
                assert self.process.poll() is None and time.monotonic() < end, (
                    "The demo does not answer. It said:\n" + "".join(self.said[-20:]))
                time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
