"""How well a set of documents is read by models that have not seen it.

`python tests/gold/left_out.py [SET ...]` trains all models but that of reviews without each set (`dev` where
none is named) on a copy of the checkout and prints the scores of that set, all fields together; the shipped
models stay as they are. The rules are not trained and may have been written with a set in view:
only `held_out` is new to them too. The seed articles, which lie beside the checkout, are not in the copy.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scoring import HERE, ROOT, SCORES, SETS

# In their order: each reads what the one before it wrote.
TRAINING = (
    ("list_words.py",),
    ("train_gate.py", "--quick"),
    ("train_sense.py", "--quick"),
    ("train_cells.py",),
    ("train_when.py", "--quick"),
    ("train_heard.py", "--quick"),
    ("train_whose.py", "--quick"),
)
TRAINED = ("dev", "more", "wider")
COPIED = ("nhscuts_pipeline", "sources", "tests/gold")
_SCORE = (
    "import json, sys; from pathlib import Path; from scoring import score; "
    "print(json.dumps(score(Path(sys.argv[1]))))"
)


def score_without(name: str, scratch: Path) -> dict[str, float]:
    """The scores of a set by models that were trained without it, in an empty folder of its own."""
    for part in COPIED:
        shutil.copytree(ROOT / part, scratch / part, ignore=shutil.ignore_patterns("__pycache__"))
    gold = scratch / HERE.relative_to(ROOT)
    # The training takes the sets that are there.
    shutil.rmtree(gold / name)
    environment = os.environ | {"PYTHONPATH": str(scratch)}
    for script in TRAINING:
        subprocess.run(
            [sys.executable, *script], cwd=gold, env=environment, stdout=subprocess.DEVNULL, check=True
        )
    done = subprocess.run(
        [sys.executable, "-c", _SCORE, str(SETS[name])],
        cwd=gold,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    scores: dict[str, float] = json.loads(done.stdout)
    return scores


def main() -> None:
    """Print the scores of the sets that are named, each left out in turn."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"one of {', '.join(TRAINED)}; by default dev")
    names = parser.parse_args().sets or ["dev"]
    if unknown := [name for name in names if name not in TRAINED]:
        parser.error(f"no set that is trained on: {', '.join(unknown)}; there are {', '.join(TRAINED)}")
    found = {}
    for name in names:
        with tempfile.TemporaryDirectory() as scratch:
            found[name] = score_without(name, Path(scratch))
    print(f"{'left out':16}" + "".join(f"{name:>9}" for name in names))  # noqa: T201 - a command's output
    for field in SCORES:
        print(f"{field:16}" + "".join(f"{found[name][field]:9.3f}" for name in names))  # noqa: T201


if __name__ == "__main__":
    main()
