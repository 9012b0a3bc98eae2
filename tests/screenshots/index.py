"""A page to look at all pictures on, with their contact sheets first."""

import html
from collections.abc import Sequence

from tests.screenshots.shot import Kind

Made = Sequence[tuple[Kind, Sequence[str]]]
"""The kinds that were made, each with the names of its pages."""
STYLE = (
    "body{font:16px sans-serif;margin:2em;background:#ddd;color:#222}"
    "img{width:480px;border:1px solid #999}figure{display:inline-block;margin:6px}"
    "figcaption{padding:2px}"
)


def index_page(made: Made) -> str:
    links = "".join(
        f'<li><a href="#{kind.name}">{kind.name}</a> (<a href="{kind.name}.png">contact sheet</a>)'
        for kind, _ in made
    )
    parts = [
        f"<h2 id='{kind.name}'>{kind.name}</h2>{_figures(kind, names)}" for kind, names in made
    ]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>'
        f"<style>{STYLE}</style><h1>Screenshots</h1><ul>{links}</ul>{''.join(parts)}</html>"
    )


def _figures(kind: Kind, names: Sequence[str]) -> str:
    return "".join(
        f'<figure><a href="{kind.name}/{name}.png"><img loading="lazy" '
        f'src="{kind.name}/{name}.png" alt=""></a><figcaption>{html.escape(name)}</figcaption>'
        "</figure>"
        for name in names
    )
