"""What the training scripts share: logistic regressions over named features.

The scripts need scikit-learn (`make train` sets it up); what they write needs nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from nhscuts_pipeline.extraction.linear import STEP, Linear

FOLDS = 5


@dataclass(frozen=True)
class Fitted:
    """What was learnt: a weight for each class by feature, and of no feature ("bias")."""

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    def rounded(self, least: float) -> Linear:
        """The model as it is shipped: in whole steps, without weights smaller than `least`."""
        rows = {
            name: tuple((at, round(weight / STEP)) for at, weight in enumerate(row) if abs(weight) >= least)
            for name, row in self.weights.items()
        }
        return Linear.of(self.classes, {name: row for name, row in rows.items() if row})


def fit(
    seen: Sequence[Collection[str]],
    wanted: Sequence[str],
    *,
    strength: float,
    seen_at_least: int,
    weights: Sequence[float] | None = None,
) -> Fitted:
    """A logistic regression with a quadratic penalty (1 / `strength`) over features seen often enough.

    Of two classes it keeps one, the second in the alphabet, and a score above 0 speaks for it.
    """
    counts = Counter(name for features in seen for name in features)
    kept = {name for name, count in counts.items() if count >= seen_at_least} - {"bias"}
    vectorizer = DictVectorizer(dtype=np.float32)
    table = vectorizer.fit_transform([dict.fromkeys(kept.intersection(f), 1) for f in seen])
    model = LogisticRegression(C=strength, max_iter=200)
    model.fit(table, wanted, sample_weight=weights)
    classes = [str(name) for name in model.classes_]
    rows = {
        name: tuple(map(float, model.coef_[:, column])) for name, column in vectorizer.vocabulary_.items()
    }
    rows["bias"] = tuple(map(float, model.intercept_))
    return Fitted(tuple(classes[-1:] if len(classes) == 2 else classes), rows)


def folds(documents: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Places of the examples to train on and of those left out, document by document."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted(set(documents)))}
    for out in range(FOLDS):
        rest = [at for at, name in enumerate(documents) if fold[name] != out]
        yield rest, [at for at, name in enumerate(documents) if fold[name] == out]
