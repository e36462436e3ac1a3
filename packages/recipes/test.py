"""The recipes of docs/corpora.md, run as they stand there over made-up articles, and what must come of them.

LECTERN names the command, with Parquet; the wheel is installed where this runs. A tool that this machine lacks is
skipped, and told. Prints how many articles each way reads in a second on one core.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from itertools import islice
from pathlib import Path

import articles

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs/corpora.md").read_text(encoding="utf-8")
COUNT = int(os.environ.get("LECTERN_ARTICLES", "50000"))
BAD = 3 * len(range(500, COUNT, 1000))
CORES = os.cpu_count() or 1

#: What is put before the Spark recipe: on its first try, one task dies as a worker that runs out of memory does.
DYING = """
import os

def dying(read):
    def once(batches):
        from pyspark import TaskContext
        task = TaskContext.get()
        for number, frame in enumerate(read(batches)):
            yield frame
            if task.partitionId() == 1 and task.attemptNumber() == 0:
                os._exit(1)
    return once
"""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.M | re.S)


def told(way, count, seconds):
    print(f"{way}: {count} articles in {seconds:.1f} s, {count / seconds / CORES:.0f} a second and core", flush=True)


def documents(file, most=None):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, most)]


def names_of(file):
    """The names of the documents in a file, without those of a megabyte: Spark's recipe refuses them, the command does
    not. Not parsed, since that would take longer than reading the articles."""
    with open(file, encoding="utf-8") as lines:
        names = [line.split('"article":"', 1)[1].split('"', 1)[0] for line in lines]
    return [name for name in names if not name.startswith("long-")]


class Recipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="lectern-corpora-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        bin = cls.folder / "bin"
        bin.mkdir()
        os.symlink(Path(os.environ["LECTERN"]).resolve(), bin / "lectern")
        cls.environment = {**os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}"}
        cls.names = articles.write(cls.folder / "parts", COUNT)
        with open(cls.folder / "articles.jsonl", "wb") as whole:
            for part in sorted((cls.folder / "parts").iterdir()):
                whole.write(part.read_bytes())

    def run_shell(self, script):
        began = time.monotonic()
        with open(self.folder / "told", "w") as stderr:
            subprocess.run(["sh", "-ec", script], cwd=self.folder, env=self.environment, stderr=stderr, check=True)
        return time.monotonic() - began

    def test_1_the_plain_command(self):
        seconds = self.run_shell(blocks("sh")[0])
        told("lectern parse", COUNT, seconds)
        self.assertEqual(names_of(self.folder / "read.jsonl"), self.names)
        self.assertTrue(all(one["quotations"] for one in documents(self.folder / "read.jsonl", 100)))
        self.assertEqual(len(documents(self.folder / "bad.jsonl")), BAD * 2 // 3)

    def test_2_parquet(self):
        import lectern
        import pyarrow.parquet

        told("lectern parse --format parquet", COUNT, self.run_shell(blocks("sh")[1]))
        table = pyarrow.parquet.read_table(self.folder / "marks.parquet")
        self.assertEqual(table.column_names, list(lectern.COLUMNS))
        (first,) = documents(self.folder / "read.jsonl", 1)
        own = lectern.rows(first)
        self.assertEqual(table.slice(0, len(own)).to_pylist(), own)
        seen = set(table.column("article").to_pylist())
        self.assertTrue(seen.issuperset(self.names), "each article has marks")

    def test_3_duckdb(self):
        import duckdb

        connection = duckdb.connect()
        connection.execute(f"SET file_search_path = '{self.folder}'")
        from_lines, from_table = (connection.sql(query).fetchall() for query in blocks("sql"))
        self.assertEqual(len(from_lines), 5)
        self.assertEqual(from_lines, from_table)

    def test_4_many_files(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        told("xargs", COUNT, self.run_shell(blocks("sh")[3]))
        self.are_all_there()

    def test_5_a_stopped_run_goes_on(self):
        if not shutil.which("parallel"):
            self.skipTest("parallel is not there")
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        parts = sorted((self.folder / "parts").iterdir())
        away = self.folder / "away.jsonl"
        # A file that can't be opened fails as a disk does; the next run reads it, and no other.
        parts[1].rename(away)
        parts[1].symlink_to(self.folder / "nowhere")
        with self.assertRaises(subprocess.CalledProcessError):
            self.run_shell(blocks("sh")[2])
        parts[1].unlink()
        away.rename(parts[1])
        written = lambda: {file.name: file.stat().st_mtime_ns for file in (self.folder / "out").glob("*.jsonl")}
        before = written()
        self.run_shell(blocks("sh")[2])
        self.are_all_there()
        self.assertEqual([name for name, when in written().items() if when != before[name]], [parts[1].name])

    def are_all_there(self):
        out = self.folder / "out"
        read = [name for file in out.glob("*.jsonl") for name in names_of(file)]
        self.assertEqual(sorted(read), sorted(self.names))
        bad = [one for file in out.glob("*.bad") for one in documents(file)]
        self.assertEqual(len(bad), BAD * 2 // 3)

    def test_6_spark(self):
        if not shutil.which("java"):
            self.skipTest("java is not there")
        (recipe,) = blocks("python")
        recipe = DYING + recipe.replace(".mapInPandas(read,", ".mapInPandas(dying(read),")
        self.assertIn("dying(read)", recipe)
        (self.folder / "recipe.py").write_text(recipe, encoding="utf-8")
        began = time.monotonic()
        environment = {**self.environment, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
        with open(self.folder / "spark.log", "w") as log:
            done = subprocess.run([sys.executable, "recipe.py"], cwd=self.folder, env=environment, stdout=log, stderr=log)
        log = (self.folder / "spark.log").read_text(errors="replace")
        self.assertEqual(done.returncode, 0, log[-4000:])
        self.assertIn("Lost task 1.0", log, "one task was to die and to be tried again")
        told("Spark, its start included", COUNT, time.monotonic() - began)

        import pyarrow.parquet

        def column(status, name):
            folder = self.folder / "spark" / f"status={status}"
            tables = [pyarrow.parquet.read_table(file, partitioning=None) for file in folder.glob("*.parquet")]
            return [value for table in tables for value in table.column(name).to_pylist()]

        self.assertEqual(sorted(column("read", "article")), sorted(self.names))
        self.assertEqual(len(column("bad", "error")), BAD)
        broken = [line for line in column("bad", "line") if line]
        self.assertEqual(len(broken), BAD // 3)
        self.assertTrue(all(line.startswith('{"article": "broken-') for line in broken))
        plain = {one["article"]: one for one in documents(self.folder / "read.jsonl", 100)}
        for article, document in zip(column("read", "article"), column("read", "document")):
            if article in plain:
                self.assertEqual(json.loads(document), plain[article], "Spark and the command read alike")


if __name__ == "__main__":
    unittest.main(verbosity=2)
