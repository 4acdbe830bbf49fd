"""Markdown (CommonMark and tables), read by its syntax tree."""

import re
from typing import TYPE_CHECKING

from services.knowledge.parsing.document import Block, Kind, ParsedDocument
from services.knowledge.parsing.encoding import decoded
from services.knowledge.parsing.lines import rewrapped

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)

_LISTS = {"bullet_list", "ordered_list"}


def parse_markdown(data: bytes, name: str) -> ParsedDocument:
    """The blocks of a Markdown file, without its markup, front matter and HTML. Raises UndecodableText."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    source = _FRONT_MATTER.sub("", decoded(data, name))
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(source))
    return ParsedDocument(blocks=tuple(block for node in tree.children for block in _blocks(node)))


def _blocks(node: "SyntaxTreeNode") -> list[Block]:
    """The blocks of one node at the top, or inside a quotation."""
    if node.type == "blockquote":
        return [block for child in node.children for block in _blocks(child)]
    kind, text = _kind_and_text(node)
    level = int(node.tag[1]) if kind is Kind.HEADING else None
    return [Block(kind=kind, text=text, level=level)] if text.strip() else []


def _kind_and_text(node: "SyntaxTreeNode") -> tuple[Kind, str]:
    if node.type == "heading":
        return Kind.HEADING, " ".join(_inline(node).split())
    if node.type in _LISTS:
        return Kind.LIST, "\n".join(_list_lines(node, depth=0))
    if node.type == "table":
        return Kind.TABLE, "\n".join(_table_lines(node))
    if node.type in ("fence", "code_block"):
        return Kind.CODE, node.content.rstrip("\n")
    return Kind.PARAGRAPH, rewrapped(_inline(node).split("\n"))


def _inline(node: "SyntaxTreeNode") -> str:
    """The text inside a node: links by their words, pictures by their description, HTML not at all."""
    if node.type in ("text", "code_inline"):
        return str(node.content)
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    if node.type == "image":
        return str(node.content)
    return "".join(_inline(child) for child in node.children)


def _list_lines(node: "SyntaxTreeNode", depth: int) -> list[str]:
    """One line for each item, nested ones indented."""
    lines: list[str] = []
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    for place, item in enumerate(node.children):
        mark = "- " if number is None else f"{number + place}. "
        own = " ".join(_own_words(child) for child in item.children if child.type not in _LISTS)
        lines.append("  " * depth + mark + " ".join(own.split()))
        for child in item.children:
            if child.type in _LISTS:
                lines += _list_lines(child, depth + 1)
    return lines


def _own_words(node: "SyntaxTreeNode") -> str:
    return str(node.content) if node.type in ("fence", "code_block") else _inline(node)


def _table_lines(node: "SyntaxTreeNode") -> list[str]:
    """One line for each row, every cell named by its column."""
    rows = [
        [" ".join(_inline(cell).split()) for cell in row.children] for part in node.children for row in part.children
    ]
    names, *body = rows
    return [named_row(names, row) for row in body] or ["; ".join(name for name in names if name)]


def named_row(names: list[str], cells: list[str]) -> str:
    """A table's row that can stand alone: "Day: Monday; Hours: 9-17"."""
    named = zip(names, cells, strict=False)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in named if cell)
