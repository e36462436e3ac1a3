"""The installed wheel: the examples of the README as they stand, and what each function promises."""

import re
import subprocess
import sys
import threading
import time
import unittest
from pathlib import Path

import lectern

HERE = Path(__file__).resolve().parent
STORY = 'Wells to Open\n\n"We should open the wells 🚰," said Ada Lund, the mayor. "We must."\n'
PAGE = "<!doctype html><title>x</title><p>Ada Lund, the mayor, said the wells would open.</p>"


def blocks(language):
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", readme, re.M | re.S)


class Lectern(unittest.TestCase):
    def test_examples_print_what_the_readme_says(self):
        examples = list(zip(blocks("python"), blocks("text")))
        self.assertEqual(len(examples), 2)
        for code, printed in examples:
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            self.assertEqual(done.stdout.strip(), printed.strip())

    def test_positions_are_those_of_strings(self):
        article = lectern.read(STORY, name="wells")
        said = [article["text"][start:end] for quotation in article["quotations"] for start, end in quotation["content"]]
        self.assertEqual(said, ['"We should open the wells 🚰,"', '"We must."'])
        self.assertEqual((article["article"], article["unit"], article["lectern"]), ("wells", "codepoint", 1))

    def test_html_bytes_and_any_other_text(self):
        self.assertEqual([speaker["name"] for speaker in lectern.read(PAGE)["speakers"]], ["Ada Lund"])
        self.assertIn("<title>", lectern.read(PAGE, html=False)["text"])
        self.assertEqual(lectern.read("<p>Trees.</p>", html=True)["text"].strip(), "Trees.")
        self.assertEqual(lectern.read(b"\x93Trees\x94")["text"], "“Trees”")
        self.assertEqual(lectern.read("Trees.\r\n", as_is=True)["text"], "Trees.\r\n")
        with self.assertRaisesRegex(ValueError, "not a text file"):
            lectern.read(bytes(200))
        for text in ["", "\0", "\ud800 half", "“" * 1000]:
            self.assertEqual(lectern.read(text)["lectern"], 1)

    def test_formats_go_and_come_back(self):
        article = lectern.read(STORY, name="wells")
        for format in ["json", "html", "jsonld"]:
            self.assertEqual(lectern.bring(lectern.write(article, format))["quotations"], article["quotations"])
        text = lectern.write(article, "brat-text")
        brat = lectern.bring(lectern.write(article, "brat"), name="wells.ann", text=text)
        self.assertEqual(brat["quotations"][0]["content"], article["quotations"][0]["content"])
        with self.assertRaisesRegex(ValueError, "no format"):
            lectern.write(article, "word")
        with self.assertRaisesRegex(ValueError, "no article"):
            lectern.bring("A story.")

    def test_tables(self):
        articles = [lectern.read(STORY, name="wells"), lectern.read("Nothing here.", name="nothing")]
        frame = lectern.table(articles)
        self.assertEqual(list(frame.columns), list(lectern.COLUMNS))
        self.assertEqual(set(frame["speaker"]), {"Ada Lund"})
        self.assertEqual(frame["start"].dtype, "int64")
        table = lectern.arrow(articles)
        self.assertEqual(table.num_rows, len(frame))
        self.assertEqual(table.column_names, list(lectern.COLUMNS))
        self.assertEqual(list(lectern.rows(articles[0])[0]), list(lectern.COLUMNS))
        self.assertEqual(len(lectern.table([])), 0)
        self.assertEqual(lectern.arrow([]).num_rows, 0)

    def test_many_are_given_in_order_and_drawn_as_needed(self):
        drawn = []

        def stream():
            for number in range(1000):
                drawn.append(number)
                yield str(number), f"Story {number}."

        articles = lectern.read_all(stream(), threads=2)
        self.assertEqual([next(articles)["article"] for _ in range(5)], ["0", "1", "2", "3", "4"])
        self.assertLess(len(drawn), 100)
        self.assertEqual([article["article"] for article in articles], [str(number) for number in range(5, 1000)])

    def test_other_threads_run_while_one_reads(self):
        reading = threading.Thread(target=lectern.read, args=(STORY * 3000,))
        reading.start()
        turns = 0
        while reading.is_alive():
            time.sleep(0.001)
            turns += 1
        # Were the lock held, the first sleep would end with the reading.
        self.assertGreater(turns, 5)

    def test_types(self):
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", str(HERE / "types_hold.py")],
            capture_output=True,
            text=True,
        )
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_version(self):
        self.assertRegex(lectern.__version__, r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
