"""A page in headless Chromium, driven as a person would drive it, with the questions the journeys ask of it.

What is wrong is raised as an AssertionError whose text is a sentence; see run.py for how journeys are found and run.
"""

import base64
import re
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import ElementNotInteractableException, StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

# Width, height, whether it is a phone, and what the page believes of its reader.
LOOKS = {
    "desktop": (1280, 900, False, {}),
    "phone": (390, 844, True, {}),
    "narrow": (320, 640, True, {}),
    "dark": (1280, 900, False, {"prefers-color-scheme": "dark"}),
    "forced": (1280, 900, False, {"forced-colors": "active"}),
    "print": (794, 1123, False, {}),
}

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
PATIENCE = 5  # seconds a page has to show what it will show


def open_chromium(runs_scripts: bool = True) -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    if not runs_scripts:
        # As a person switches them off for every site; what the journeys themselves ask of a page still runs.
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.binary_location = shutil.which("chromium") or "chromium"
    # Chromium's own sandbox needs kernel rights that containers lack; it only meets pages that we made ourselves.
    for flag in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900",
                 "--hide-scrollbars", "--force-prefers-reduced-motion", "--lang=en-NZ"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver") or "chromedriver")
    driver = webdriver.Chrome(options=options, service=service)
    driver.set_page_load_timeout(30)
    driver.set_script_timeout(30)
    return driver


class Page:
    """What one person sees in one browser."""

    def __init__(self, driver: webdriver.Chrome, pictures: Path):
        self.driver = driver
        self.pictures = pictures
        self.complaints: list[str] = []

    # Going and doing

    def open(self, url: str):
        self.driver.get(url)
        self.listen()

    def click(self, text: str):
        """Clicks the link or button that is called `text`, or whose name begins with it."""
        element = self._wait_for(lambda: self._named("a[href], button, summary, [role=button], input[type=submit]", text))
        assert element, f"There is no link or button “{text}” on {self._where()}."
        self._press(element)

    def send(self, text: str):
        """Clicks the button called `text` and no link of that name, such as the one that leads to the form."""
        element = self._wait_for(lambda: self._named("main button, main input[type=submit]", text))
        assert element, f"There is no button “{text}” on {self._where()}."
        self._press(element)

    def fill(self, label: str, value: str):
        """Types into the field that has this label, in place of what stood there; a file field takes a path."""
        field = self._field(label)
        if field.get_attribute("type") != "file":
            field.clear()
        field.send_keys(value)

    def choose(self, label: str, option: str):
        """Picks from the list that has this label the option whose text has `option` in it."""
        select = Select(self._field(label))
        wanted = [each for each in select.options if option.casefold() in each.text.casefold()]
        assert wanted, f"“{label}” does not offer “{option}” on {self._where()}: {[each.text for each in select.options]}."
        if not wanted[0].is_selected():
            select.select_by_index(select.options.index(wanted[0]))

    def tick(self, label: str):
        """Ticks the box, or picks the one of several, that has this label."""
        field = self._field(label)
        if not field.is_selected():
            self._press(field)

    # By keyboard alone

    def press(self, *names: str):
        """Goes with Tab to the link or button of each name, one after the other, and presses Enter there."""
        for name in names:
            self._tab_to(name, "a[href], button, summary, input[type=submit]")
            ActionChains(self.driver).send_keys(Keys.ENTER).perform()
            self._settle()

    def type_into(self, label: str, text: str, clears: bool = False):
        """Goes with Tab to the field of this label and types; of a list, the first letters of what is to be chosen."""
        self._tab_to(label, "input, select, textarea")
        field = self.driver.switch_to.active_element
        if field.get_attribute("type") == "file":
            field.send_keys(text)
            return
        keys = ActionChains(self.driver)
        if clears:
            keys.key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL)
        keys.send_keys(text).perform()

    def _tab_to(self, name: str, selector: str):
        seen: list[str] = []
        for _ in range(150):
            ActionChains(self.driver).send_keys(Keys.TAB).perform()
            focused = self.driver.execute_script(_FOCUSED, selector)
            if focused and focused.startswith(name):
                return
            if focused:
                seen.append(focused)
        raise AssertionError(f"Tab never reaches “{name}” on {self._where()}, but {list(dict.fromkeys(seen))}.")

    def become(self, role: str):
        """Changes person in the demo's role bar."""
        form = self._wait_for(lambda: self._find("form.role-bar"))
        assert form, f"There is no role bar on {self._where()}."
        chooser = Select(form.find_element("css selector", "select"))
        wanted = [each for each in chooser.options if role.casefold() in each.text.casefold()]
        assert wanted, f"The role bar does not offer “{role}”, but {self.roles()}."
        if wanted[0].is_selected():
            return
        chooser.select_by_index(chooser.options.index(wanted[0]))
        # With JavaScript the choice itself sends the form; without, the button does.
        if not self._wait_for(lambda: self._is_gone(form), patience=1):
            self._press(form.find_element("css selector", "button"))
        assert self._wait_for(lambda: self._is_gone(form)), f"Becoming “{role}” leads nowhere."
        self._settle()

    def roles(self) -> list[str]:
        return [each.text for each in self.driver.find_elements("css selector", "form.role-bar option")]

    def look_as(self, look: str):
        """Shows the page at another size, in the dark or as printed; it stays so until the next look."""
        width, height, is_phone, features = LOOKS[look]
        self._command("Emulation.setDeviceMetricsOverride",
                      width=width, height=height, deviceScaleFactor=2 if is_phone else 1, mobile=is_phone)
        self._command("Emulation.setEmulatedMedia", media="print" if look == "print" else "",
                      features=[{"name": name, "value": value} for name, value in features.items()])

    # Seeing

    @property
    def url(self) -> str:
        return self.driver.current_url

    @property
    def text(self) -> str:
        return self.driver.execute_script("return document.body ? document.body.innerText : ''")

    def expect(self, text: str, patience: float = PATIENCE):
        assert self._wait_for(lambda: text in self.text, patience), (
            f"“{text}” is not on {self._where()}. It says:\n{self.text[:600]}")

    def wait_until(self, question, sentence: str, patience: float = PATIENCE):
        assert self._wait_for(question, patience), f"{sentence} On {self._where()} stands:\n{self.text[:600]}"

    def value(self, label: str) -> str:
        """What stands in the field that has this label."""
        return self._field(label).get_attribute("value")

    def expect_not(self, text: str):
        assert text not in self.text, f"“{text}” should not be on {self._where()}."

    def picture(self, name: str, look: str = "desktop", folder: Path | None = None,
                tallest: int = 12_000) -> Path:
        """A picture of the whole page, or of its first `tallest` pixels."""
        self.look_as(look)
        size = self._command("Page.getLayoutMetrics")["cssContentSize"]
        shot = self._command("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": 0, "width": LOOKS[look][0], "height": max(1, min(size["height"], tallest)), "scale": 1})
        path = (folder or self.pictures) / f"{name}{'' if look == 'desktop' else '-' + look}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))
        return path

    def printed_pages(self) -> int:
        """How many sides of A4 the page takes."""
        pdf = base64.b64decode(self._command("Page.printToPDF", paperWidth=8.27, paperHeight=11.69,
                                             preferCSSPageSize=True)["data"])
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))

    # Judging

    def check_axe(self):
        """Asks axe-core; what it calls serious or critical is wrong."""
        self.driver.execute_script(_axe_source())
        answer = self.driver.execute_async_script(
            """
            const [tags, done] = arguments;
            axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
                .then(result => done(result.violations), error => done({error: String(error)}));
            """, AXE_TAGS)
        assert isinstance(answer, list), f"axe could not look at {self._where()}: {answer}"
        wrong = [f"{fault['impact']} {fault['id']}: {fault['help']}, in\n        {node['html'][:200]}"
                 for fault in answer if fault["impact"] in ("serious", "critical") for node in fault["nodes"][:5]]
        assert not wrong, f"axe complains of {self._where()}:\n    " + "\n    ".join(wrong)

    def check_fits(self, look: str = "narrow"):
        """At 320 px nothing makes the page wider than the screen; a table may scroll in its own region."""
        self.look_as(look)
        wide = self.driver.execute_script(
            """
            const root = document.documentElement, width = root.clientWidth;
            if (root.scrollWidth <= width) return [];
            const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
                if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
            const wide = [...document.body.querySelectorAll("*")].filter(e =>
                e.getBoundingClientRect().right + scrollX > width + 1 && !scrolls(e));
            return [root.scrollWidth, ...wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120))];
            """)
        self.look_as("desktop")
        assert not wide, (f"{self._where()} is {wide[0]} px wide on a screen of {LOOKS[look][0]} px. The first too wide:"
                          "\n    " + "\n    ".join(wide[1:]))

    def check_keyboard(self):
        """Walks the page with Tab: every control is reached, in reading order, in sight, with a ring to be seen."""
        self.driver.get(self.url.split("#")[0])
        wanted = self.driver.execute_script(_KEYBOARD_START)
        reached, wrong = [], []
        for _ in range(3 * len(wanted) + 10):
            if len(set(reached)) == len(wanted):
                break
            ActionChains(self.driver).send_keys(Keys.TAB).perform()
            stop = self.driver.execute_script("return window.__keyboard.stop()")
            if stop is None and reached and len(reached) >= len(wanted):
                break  # Around once.
            if stop is None or (reached and reached[-1] == stop["index"]):
                continue  # Not ours, or another part of the same date field.
            if reached and stop["index"] < reached[-1] and stop["index"] in reached:
                break  # Around once.
            reached.append(stop["index"])
            wrong += [f"{wanted[stop['index']]} {fault}" for fault in stop["faults"]]
        missed = [name for index, name in enumerate(wanted) if index not in reached]
        wrong += [f"{name} is never reached" for name in missed]
        if not missed and reached != sorted(reached):
            wrong.append(f"the order is {[wanted[index] for index in reached]}, not that of the page")
        wrong += self.driver.execute_script("return window.__keyboard.jumps")
        assert not wrong, f"With the keyboard, on {self._where()}:\n    " + "\n    ".join(wrong)

    def check_all(self):
        """What holds for every page."""
        self.check_axe()
        self.check_fits()
        self.check_keyboard()
        self.check_quiet()

    def check_quiet(self):
        """Nothing was refused by the security policy, and no script or request failed, since the last time."""
        self.listen()
        complaints, self.complaints = self.complaints, []
        assert not complaints, "The browser complained:\n    " + "\n    ".join(complaints)

    @contextmanager
    def expecting(self, pattern: str):
        """Within, the browser may complain of what matches, such as `status of 422` for a form that is refused."""
        self.listen()
        before = len(self.complaints)
        yield
        self.listen()
        self.complaints[before:] = [each for each in self.complaints[before:] if not re.search(pattern, each)]

    def listen(self):
        """Takes in what the browser has said since the last time."""
        for entry in self.driver.get_log("browser"):
            if entry["level"] == "SEVERE" or "Content Security Policy" in entry["message"]:
                self.complaints.append(entry["message"])

    def forget(self):
        """A new person at a new browser, as far as a site can tell."""
        self.driver.get("about:blank")
        self._command("Network.clearBrowserCookies")
        self._command("Emulation.clearDeviceMetricsOverride")
        self.look_as("desktop")
        self.driver.get_log("browser")
        self.complaints = []

    # How

    def _command(self, name: str, **arguments):
        return self.driver.execute_cdp_cmd(name, arguments)

    def _where(self) -> str:
        return self.url

    def _wait_for(self, question, patience: float = PATIENCE):
        end = time.monotonic() + patience
        while True:
            try:
                answer = question()
            except StaleElementReferenceException:
                answer = None
            if answer or time.monotonic() > end:
                return answer
            time.sleep(0.05)

    def _find(self, selector: str):
        found = self.driver.find_elements("css selector", selector)
        return found[0] if found else None

    def _is_gone(self, element) -> bool:
        try:
            element.is_enabled()
            return False
        except StaleElementReferenceException:
            return True

    def _settle(self):
        WebDriverWait(self.driver, 30).until(
            lambda driver: driver.execute_script("return document.readyState") == "complete")
        self.listen()

    def _press(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        try:
            element.click()
        except ElementNotInteractableException:
            # The driver takes the menu for folded, which the style sheet keeps open; a pointer meets what is drawn.
            ActionChains(self.driver).move_to_element(element).click().perform()
        self._settle()

    def _named(self, selector: str, text: str):
        return self.driver.execute_script(_NAMED, selector, text)

    def _field(self, label: str):
        field = self._wait_for(lambda: self.driver.execute_script(_LABELLED, label))
        assert field, f"There is no field “{label}” on {self._where()}."
        return field


_NAMED = """
const [selector, wanted] = arguments, tidy = text => (text || "").replace(/\\s+/g, " ").trim();
const name = e => tidy(e.getAttribute("aria-label") || e.innerText || e.value);
const seen = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility({visibilityProperty: true}));
return seen.find(e => name(e) === wanted) || seen.find(e => name(e).startsWith(wanted)) || null;
"""

_LABELLED = """
const wanted = arguments[0], tidy = text => (text || "").replace(/\\s+/g, " ").trim();
const fields = [...document.querySelectorAll("input:not([type=hidden]), select, textarea")];
const names = e => [e.getAttribute("aria-label"), ...[...(e.labels || [])].map(label => label.innerText),
    ...(e.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)?.innerText)].map(tidy);
return fields.find(e => names(e).includes(wanted)) || fields.find(e => names(e).some(n => n.startsWith(wanted))) || null;
"""

_FOCUSED = """
const e = document.activeElement;
if (!e || !e.matches(arguments[0])) return null;
const text = e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || e.value || "";
return text.replace(/\\s+/g, " ").trim();
"""

# Lists what Tab should reach, remembers how each looks without focus, and judges each stop.
_KEYBOARD_START = """
const look = e => { const s = getComputedStyle(e); return [s.boxShadow, s.outlineStyle, s.outlineWidth].join(); };
// A link within a drawing shows its ring by what it draws.
const strokes = e => e instanceof SVGElement
    ? [...e.children].map(part => getComputedStyle(part)).map(s => s.stroke + s.strokeWidth).join() : "";
const name = e => { const text = e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || e.name || "";
    return `<${e.localName}> “${text.replace(/\\s+/g, " ").trim().slice(0, 40)}”`; };
const groups = new Set();
const controls = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable]")]
    .filter(e => {
        if (e.matches(":disabled") || e.tabIndex < 0 || e.closest("[inert]")) return false;
        if (!e.checkVisibility({visibilityProperty: true})) return false;
        if (e.type !== "radio" || !e.name) return true;
        // Of a group of radio buttons Tab reaches the chosen one, or else the first.
        const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name)}"]`)]
            .filter(other => other.form === e.form && !other.disabled);
        return e === (group.find(other => other.checked) || group[0]);
    });
const plain = new Map(controls.flatMap(e => [e, e.parentElement]).map(e => [e, look(e)]));
const drawn = new Map(controls.map(e => [e, strokes(e)]));
const hasRing = e => {
    const style = getComputedStyle(e), isClear = /^transparent$|, 0\\)$/.test(style.outlineColor);
    const outlined = style.outlineStyle !== "none" && !isClear
        && (style.outlineStyle === "auto" || parseFloat(style.outlineWidth) >= 2);
    const shadowed = style.boxShadow !== "none" && look(e) !== plain.get(e);
    return (outlined || shadowed) && look(e) !== plain.get(e);
};
window.__keyboard = {
    jumps: controls.filter(e => e.tabIndex > 0).map(e => `${name(e)} jumps the queue with tabindex ${e.tabIndex}`),
    stop() {
        const e = document.activeElement, index = controls.indexOf(e);
        if (index < 0) return null;
        const faults = [];
        if (!hasRing(e) && !hasRing(e.parentElement) && strokes(e) === drawn.get(e)) faults.push("shows no focus");
        const box = e.getClientRects()[0];
        // Of what is higher than the window, such as a long table, the part that shows counts.
        const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
        const x = box && box.right > 0 && box.left < innerWidth ? middle(box.left, box.right, innerWidth) : -1;
        const y = box && box.bottom > 0 && box.top < innerHeight ? middle(box.top, box.bottom, innerHeight) : -1;
        if (!box || box.width * box.height === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
            faults.push("is out of sight when it has the focus");
        } else {
            const top = document.elementFromPoint(x, y);
            const isSeen = top && (e.contains(top) || top.contains(e) || [...(e.labels || [])].some(l => l.contains(top)));
            if (!isSeen) faults.push("is covered when it has the focus");
        }
        return {index, faults};
    },
};
return controls.map(name);
"""


def _axe_source() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
