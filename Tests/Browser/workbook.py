"""A workbook as a school's office keeps it: a title above the headings, a hidden sheet, numbers that are text, dates
that are numbers, an average below, and three cells that cannot be used."""

import zipfile
from datetime import date
from pathlib import Path

HEADINGS = ["Student ID", "Last name", "First name", "Test date", "Score", "Teacher comment"]

# Line, heading, what stands there, what should.
SPOILT = [(5, "Score", "6O", "60"), (7, "Test date", "31/02/2026", "9/11/2026"), (9, "Student ID", "99999", "10006")]

SCORES = [64, "71", None, 58, None, "49", 66, 72]


def messy_workbook(path: Path) -> Path:
    """Eight learners of the demonstration's first school, of whom three rows cannot be used as they are."""
    rows: list[list[object]] = [["Pānui – Reading, Term 4"], [], list(HEADINGS)]
    for place, score in enumerate(SCORES):
        day = date(2026, 11, 9) if place % 2 == 0 else "9/11/2026"
        number = 10_001 + place
        rows.append([number if place % 2 else str(number), "Ngāti-Pōtae", "Tāne", day, score or 55,
                     '=HYPERLINK("http://example.invalid")' if place == 1 else ""])
    for line, heading, wrong, _ in SPOILT:
        rows[line - 1][HEADINGS.index(heading)] = wrong
    rows.append(["Average", "", "", "", Formula("AVERAGE(E4:E11)")])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in PARTS.items():
            file.writestr(name, HEAD + content)
        file.writestr("xl/worksheets/sheet1.xml", HEAD + sheet(rows))
        file.writestr("xl/worksheets/sheet2.xml", HEAD + sheet([["not for you"]]))
    return path


class Formula(str):
    """A formula that was never worked out."""


def sheet(rows: list[list[object]]) -> str:
    lines = "".join(f'<row r="{line}">{"".join(cell(line, *each) for each in enumerate(row))}</row>'
                    for line, row in enumerate(rows, 1) if row)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def cell(line: int, column: int, value: object) -> str:
    place = f'r="{"ABCDEFGH"[column]}{line}"'
    if value == "":
        return ""
    if isinstance(value, date):
        return f'<c {place} s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f"<c {place}><v>{value}</v></c>"
    if isinstance(value, Formula):
        return f"<c {place}><f>{value}</f><v></v></c>"
    text = str(value).replace("&", "&amp;").replace("<", "&lt;")
    return f'<c {place} t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{TYPE}.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>
<sheet name="Rūma 5" sheetId="1" r:id="r1"/><sheet name="Notes" sheetId="2" state="hidden" r:id="r2"/>
</sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>""",
    "xl/styles.xml": f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""",
}
