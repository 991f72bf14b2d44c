"""Every text that a test says is absent, and every other text that tests hold.

It is asserted by `"..." not in page`, `not "..." in page`, by counting 0 of it, or by a
loop, a comprehension or a table of parameters over such texts. A name that stands for a
text is told of only where all that is ever said of it is that it is absent.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
GAP: Final = "\0"
"""Stands in a text for what is filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A text that must not be somewhere, and where a test says so."""

    where: str
    text: str


class Module:
    """One file of tests."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.tree = ast.parse(source)
        self._given = dict(_named(self.tree.body))

    @cached_property
    def _above(self) -> dict[ast.AST, ast.AST]:
        return {
            below: node
            for node in ast.walk(self.tree)
            for below in ast.iter_child_nodes(node)
        }

    @property
    def imported(self) -> Iterator[str]:
        """The files that this one takes something from."""
        for node in self.tree.body:
            match node:
                case ast.ImportFrom(module=str() as name, names=names):
                    path = name.replace(".", "/")
                    yield f"{path}.py"
                    yield from (f"{path}/{one.name}.py" for one in names)

    @cached_property
    def lefts(self) -> list[ast.expr]:
        """What is said to be absent, as it is written."""
        return [
            left
            for said in ast.walk(self.tree)
            if isinstance(said, ast.Assert)
            for node in ast.walk(said.test)
            for left in self._left(node)
        ]

    def _left(self, node: ast.AST) -> Iterator[ast.expr]:
        match node:
            case ast.Compare(left=left, ops=[ast.NotIn()]):
                yield left
            case ast.Compare(left=left, ops=[ast.In()]) if self._is_denied(node):
                yield left
            case ast.Compare(
                left=ast.Call(func=ast.Attribute(attr="count"), args=[left]),
                comparators=[ast.Constant(value=0)],
            ):
                yield left

    def _is_denied(self, node: ast.AST) -> bool:
        """Whether it is asserted that this is never so."""
        above = self._above[node]
        if isinstance(above, ast.comprehension):
            above = self._above[above]
            match self._above[above]:
                case ast.Compare(ops=[ast.Eq()], comparators=[ast.List(elts=[])]):
                    return node in above.generators[-1].ifs
                case _:
                    return False
        if isinstance(above, ast.GeneratorExp):
            above = self._above[above]
            is_any = isinstance(above, ast.Call) and ast.unparse(above.func) == "any"
            above = self._above[above] if is_any else above
        return isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not)

    def texts(self, node: ast.expr) -> Iterator[ast.expr]:
        """Return each text that stands here, following what names stand for."""
        match node:
            case ast.Constant(value=str() | bytes()) | ast.JoinedStr():
                yield node
            case ast.Tuple(elts=many) | ast.List(elts=many) | ast.Set(elts=many):
                for one in many:
                    yield from self.texts(one)
            case ast.Call(func=ast.Name(id="frozenset" | "tuple"), args=[inner]):
                yield from self.texts(inner)
            case ast.Starred(value=inner):
                yield from self.texts(inner)
            case ast.Name(id=name):
                for one in self._stands_for(node, name):
                    yield from self.texts(one)

    def _stands_for(self, node: ast.AST, name: str) -> Iterator[ast.expr]:
        """Return what a loop, a table of parameters or the module gives a name."""
        above: ast.AST | None = node
        while above := self._above.get(above):
            for target, given in _loops(above):
                if ast.unparse(target) == name:
                    yield given
                    return
        if name in self._given and self._only_absent(name):
            yield self._given[name]

    def _only_absent(self, name: str) -> bool:
        uses = [one for one in ast.walk(self.tree) if _is_use(one, name)]
        denied = {one for left in self.lefts for one in ast.walk(left)}
        return all(one in denied for one in uses)

    @cached_property
    def denied(self) -> list[ast.expr]:
        return [text for left in self.lefts for text in self.texts(left)]

    def absent(self) -> list[Absent]:
        return [
            Absent(where=f"{self.name}:{node.lineno}", text=text_of(node))
            for node in self.denied
        ]

    def others(self) -> Iterator[str]:
        """Every other text of this file, but for what only explains."""
        passed = {below for node in self.denied for below in ast.walk(node)}
        for node in ast.walk(self.tree):
            match node:
                case ast.Expr(value=ast.Constant() as said):
                    passed.add(said)
                case ast.JoinedStr(values=parts):
                    passed.update(parts)
            is_text = isinstance(node, ast.JoinedStr) or (
                isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
            )
            if is_text and node not in passed:
                yield text_of(node)


def _is_use(node: ast.AST, name: str) -> bool:
    return (
        isinstance(node, ast.Name)
        and node.id == name
        and isinstance(node.ctx, ast.Load)
    )


def _named(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for node in body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=given):
                yield name, given
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as given):
                yield name, given


def _loops(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Return what is named here one by one, and of what."""
    match node:
        case ast.For(target=target, iter=given):
            yield target, given
        case ast.GeneratorExp(generators=many) | ast.ListComp(generators=many):
            for one in many:
                yield one.target, one.iter
        case ast.FunctionDef(decorator_list=decorators):
            for one in decorators:
                match one:
                    case ast.Call(
                        func=ast.Attribute(attr="parametrize"),
                        args=[ast.Constant(value=str() as name), given],
                    ):
                        yield ast.Name(id=name), given


def text_of(node: ast.AST) -> str:
    """Return a text as it stands, with a gap for whatever is filled in."""
    match node:
        case ast.Constant(value=bytes() as raw):
            return raw.decode(errors="replace")
        case ast.Constant(value=value):
            return str(value)
        case ast.JoinedStr(values=parts):
            return "".join(map(text_of, parts))
    return GAP
