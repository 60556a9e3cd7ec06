"""What the training scripts share: logistic regressions over named features.

The scripts need scikit-learn (`make train` sets it up); what they write needs nothing.
"""

import argparse
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from nhscuts_pipeline.extraction.linear import STEP, Linear, highest

FOLDS = 5
# The signs of each candidate of a choice, and which candidates are right.
Group = tuple[list[set[str]], list[bool]]
Weights = dict[str, float]


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
    balanced: bool = False,
) -> Fitted:
    """A logistic regression with a quadratic penalty (1 / `strength`) over features seen often enough.

    Of two classes it keeps one, the second in the alphabet, and a score above 0 speaks for it. `balanced`
    gives every class the same weight, however rare, and leaves the weight of no feature out.
    """
    counts = Counter(name for features in seen for name in features)
    kept = {name for name, count in counts.items() if count >= seen_at_least} - {"bias"}
    vectorizer = DictVectorizer(dtype=np.float32)
    table = vectorizer.fit_transform([dict.fromkeys(kept.intersection(f), 1) for f in seen])
    model = LogisticRegression(
        C=strength, max_iter=200, class_weight="balanced" if balanced else None, fit_intercept=not balanced
    )
    model.fit(table, wanted, sample_weight=weights)
    classes = [str(name) for name in model.classes_]
    rows = {
        name: tuple(map(float, model.coef_[:, column])) for name, column in vectorizer.vocabulary_.items()
    }
    if not balanced:
        rows["bias"] = tuple(map(float, model.intercept_))
    return Fitted(tuple(classes[-1:] if len(classes) == 2 else classes), rows)


def fit_choice(
    groups: Sequence[Group], *, strength: float, seen_at_least: int, weights: Sequence[float] | None = None
) -> Weights:
    """Weights of the signs under which the right candidates of each group are likeliest together.

    A conditional logit with a quadratic penalty (1 / `strength`) over signs seen often enough; a group
    without a right candidate teaches nothing. `weights` say how much each group counts, 1 by default.
    """
    told = zip(groups, weights or [1.0] * len(groups), strict=True)
    known = [(group, weight) for group, weight in told if any(group[1])]
    groups, counted = [group for group, _ in known], np.array([weight for _, weight in known])
    counts = Counter(sign for signs, _ in groups for each in signs for sign in each)
    names = sorted(name for name, count in counts.items() if count >= seen_at_least)
    place = {name: at for at, name in enumerate(names)}
    # In order, so that sums come out the same in every run: a set has an order of its own in each.
    columns = [sorted(place[sign] for sign in each if sign in place) for signs, _ in groups for each in signs]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate([np.array(each, dtype=np.int64) for each in columns])
    table = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), len(names)))
    sizes = np.array([len(signs) for signs, _ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([np.array(each, dtype=float) for _, each in groups])

    def loss(tried: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ tried
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        total, rightly = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts)
        off = raised / np.repeat(total, sizes) - raised * right / np.repeat(rightly, sizes)
        off *= np.repeat(counted, sizes)
        penalty = tried @ tried / (2 * strength)
        return float(counted @ np.log(total / rightly) + penalty), table.T @ off + tried / strength

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(names, map(float, found.x), strict=True))


def is_right(weights: Weights, group: Group) -> bool:
    """Whether the likeliest candidate of a choice is a right one."""
    return group[1][highest(choice_scores(weights, group[0]))]


def choice_scores(weights: Weights, candidates: Iterable[Collection[str]]) -> list[float]:
    """What the signs of each candidate weigh together."""
    return [math.fsum(weights.get(sign, 0.0) for sign in each) for each in candidates]


def as_one(choices: Mapping[str, Weights]) -> Fitted:
    """The weights of several choices as one model, a class for each in their order."""
    names = {name for weights in choices.values() for name in weights}
    rows = {name: tuple(weights.get(name, 0.0) for weights in choices.values()) for name in names}
    return Fitted(tuple(choices), rows)


def wants_measuring(doc: str | None) -> bool:
    """Whether the command line of a training script leaves out `--quick`: to write the model unmeasured."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="write the model without measuring it")
    return not parser.parse_args().quick


def folds(documents: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Places of the examples to train on and of those left out, document by document."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted(set(documents)))}
    for out in range(FOLDS):
        rest = [at for at, name in enumerate(documents) if fold[name] != out]
        yield rest, [at for at, name in enumerate(documents) if fold[name] == out]
