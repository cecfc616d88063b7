"""Where the words of a story's fields stand in its file: a fault in a long field is told with a line of its own."""

from collections.abc import Iterator, Mapping

import yaml


def places(text: str, first: int) -> Mapping[str, tuple[int, ...]]:
    """For each field of a block of YAML, and each entry of one as FIELD.ENTRY, the line of each of its words.

    The first line of the block is the file's line ``first``. Entries of a list are counted from 0. Nothing is given
    for a block that cannot be read; whoever reads the fields says so.
    """
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {name: tuple(first + line for line in lines) for name, lines in _fields(node, text)}


def _fields(node: yaml.MappingNode, text: str) -> Iterator[tuple[str, list[int]]]:
    for key, value in node.value:
        yield key.value, _words(value, text)
        if isinstance(value, yaml.SequenceNode):
            yield from ((f"{key.value}.{at}", _words(one, text)) for at, one in enumerate(value.value))
        elif isinstance(value, yaml.MappingNode):
            yield from ((f"{key.value}.{name.value}", _words(name, text)) for name, _ in value.value)


def _words(node: yaml.Node, text: str) -> list[int]:
    """The line of each word of a scalar; of a block, whose first line holds nothing but its sign, without that."""
    if not isinstance(node, yaml.ScalarNode):
        return []
    start, end = node.start_mark, node.end_mark
    lines = list(enumerate(text[start.index : end.index].split("\n"), start.line))
    return [at for at, line in lines[1 if node.style in (">", "|") else 0 :] for _ in line.split()]
