"""Reads exported files with readers of their own formats: readers.py FOLDER. Prints what was read, and what was skipped."""

import csv
import html.parser
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

folder = pathlib.Path(sys.argv[1])
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(ending):
    [path] = folder.glob("wells." + ending)
    return path.read_bytes().decode("utf-8")


def check_csv():
    data = read("csv")
    assert data.startswith("\ufeff") and "\r\n" in data
    rows = list(csv.reader(data[1:].splitlines(keepends=True), strict=True))
    assert len(rows) > 3 and {len(row) for row in rows} == {18}, rows
    assert not any(cell[:1] in ("=", "+", "-", "@", "\t") for row in rows for cell in row)
    tabs = [line.split("\t") for line in read("tsv").splitlines()]
    assert {len(row) for row in tabs} == {18} and len(tabs) == len(rows)
    # spreadsheets take a cell that starts with a quotation mark as CSV has it, and drop what follows the next one
    assert any(cell.startswith('"') for row in rows for cell in row)
    tabs = list(csv.reader(read("tsv").splitlines(), "excel-tab", strict=True))
    assert tabs == [[" ".join(cell.split()) for cell in row] for row in rows]


def check_json():
    document = json.loads(read("json"))
    assert document["lectern"] == 1 and document["unit"] == "codepoint"
    for quotation in document["quotations"]:
        for start, end in quotation["content"]:
            assert document["text"][start:end].strip()
    return document


def check_annotations(document):
    page = json.loads(read("jsonld"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    for item in page["items"]:
        assert item["type"] == "Annotation" and item["motivation"] in ("classifying", "identifying", "linking")
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            if isinstance(target, str):
                assert target in ids
                continue
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert document["text"][start:end] == quote["exact"]
            assert document["text"][:start].endswith(quote["prefix"])
            assert document["text"][end:].startswith(quote["suffix"])
    try:
        from pyld import jsonld
    except ImportError:
        print("skipped: pyld")
        return
    # the terms that are used, since nothing is fetched
    terms = {"@context": {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "target": {"@type": "@id"}}}
    loader = lambda url, options: {"contentType": None, "contextUrl": None, "documentUrl": url, "document": terms}
    expanded = jsonld.expand(page, {"documentLoader": loader})
    assert len(expanded) == 1 and len(expanded[0]["http://www.w3.org/ns/oa#items"]) == len(ids)
    print("read: pyld")


def check_tei(document):
    data = read("xml")
    root = tree.fromstring(data.encode())
    assert root.tag == TEI + "TEI"
    elements = list(root.iter())
    ids = [element.get(ID) for element in elements if element.get(ID)]
    assert len(ids) == len(set(ids))
    for element in elements:
        for name in ("who", "corresp", "from", "to", "next", "prev"):
            for pointer in (element.get(name) or "").split():
                assert pointer[1:] in ids, (element.tag, name, pointer)
    marks = sum(len(quotation["content"]) for quotation in document["quotations"])
    said = [e for e in elements if e.tag == TEI + "said" or e.tag == TEI + "span" and e.get("type").startswith("said")]
    assert len(said) == marks, (len(said), marks)
    try:
        from lxml import etree
    except ImportError:
        print("skipped: lxml")
        return
    schema = etree.RelaxNG(etree.parse(str(pathlib.Path(__file__).parent / "tei.rng")))
    schema.assertValid(etree.fromstring(data.encode()))
    print("read: lxml")


def check_brat(document):
    text = read("txt")
    assert text == document["text"]
    seen = set()
    for line in read("ann").splitlines():
        number, body, *rest = line.split("\t")
        assert number not in seen, number
        seen.add(number)
        words = body.split()
        if number[0] == "T":
            pieces = [piece.split() for piece in body.split(" ", 1)[1].split(";")]
            marked = " ".join(text[int(start) : int(end)] for start, end in pieces)
            assert marked.replace("\t", " ").replace("\r", " ") == rest[0] and "\n" not in marked, line
        elif number[0] == "R":
            assert words[1][5:] in seen and words[2][5:] in seen, line
        elif number[0] in "A#":
            assert words[1] in seen, line


def check_columns(document):
    widths = set()
    for line in read("conll").splitlines():
        if line and not line.startswith("# "):
            row = line.split("\t")
            widths.add(len(row))
            assert document["text"][int(row[2]) : int(row[3])] == row[1]
            assert all(cell == "O" or cell[:2] in ("B-", "I-") for cell in row[4:8]), row
    assert widths == {11}


class Page(html.parser.HTMLParser):
    open, scripts = [], 0
    VOID = ("meta", "br", "link", "img", "hr")

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script" or any(name.startswith("on") for name, _ in attributes)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def check_page():
    page = Page()
    page.feed(read("html"))
    page.close()
    assert page.open == [] and page.scripts == 0
    picture = tree.fromstring(read("svg").encode())
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert "# " in read("md")


check_csv()
document = check_json()
check_annotations(document)
check_tei(document)
check_brat(document)
check_columns(document)
check_page()
print("read: all")
