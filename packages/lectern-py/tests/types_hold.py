"""What a type checker must accept and refuse; never run."""

from typing import List, Optional

import lectern

article: lectern.Article = lectern.read("Trees.", name="trees")
form: str = article["quotations"][0]["form"]
role: Optional[str] = article["speakers"][0]["role"]
start: List[int] = article["blocks"][0]["span"]
rows: List[lectern.Row] = lectern.rows(article)
names: List[str] = [one["article"] for one in lectern.read_all(["a", ("b", "c")])]
lectern.read(3)  # type: ignore[arg-type]
article["no_such_field"]  # type: ignore[typeddict-item]
wrong: int = article["text"]  # type: ignore[assignment]
