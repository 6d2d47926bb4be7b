"""Cases whose author tries to reach what the case does not hold: by every field that names a thing."""

from __future__ import annotations

from collections.abc import Mapping

from tests.torture.bombs.cases import FACTS, TEXT, case

BIB = "@article{a, title={T}, author={A, B}, year=2000}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'

TEXTS = {
    "picture": "![kept]({})",
    "picture by reference": "![kept][r]\n\n[r]: {}",
    "link": "[kept]({})",
    "link by reference": "[kept][r]\n\n[r]: {}",
    "autolink": "<{}>",
    "bare address": "{}",
    "HTML picture": '<img src="{}">',
    "HTML frame": '<iframe src="{}"></iframe>',
    "HTML script": '<script src="{}"></script>',
    "HTML sheet": '<link rel="stylesheet" href="{}">',
    "HTML attachment": '<link rel="attachment" href="{}">',
    "HTML object": '<object data="{}"></object>',
    "HTML base": '<base href="{}">',
    "HTML style": "<style>@import '{}';</style>",
    "attribute style": '[kept]{{style="background:url({})"}}',
    "attribute source": '[kept]{{src="{}" href="{}"}}',
    "attribute class": '[kept]{{.a class="x url({})"}}',
    "division": '::: {{#x style="background:url({})"}}\nkept\n:::',
    "code": "`{}`",
    "footnote": "kept[^n]\n\n[^n]: ![kept]({})",
    "table": "| a |\n|---|\n| ![kept]({}) |",
    "heading": "### ![kept]({})",
    "fact": "{{{{ patient.age | {} }}}}",
    "template": "{{% include '{}' %}}",
}
FIELDS = {
    "title": "title: {fa: x, en: '<img src=\"TARGET\">'}\njournal: jmums\n",
    "figure's file": FACTS + "figures: {one: {file: 'TARGET', caption: c, alt: a}}\n",
    "panel's file": FACTS + "figures: {one: {panels: [{file: 'TARGET', caption: c}]}}\n",
    "caption": FACTS + "figures: {one: {file: figures/a.png, caption: '![x](TARGET)', alt: a}}\n",
    "alt text": FACTS
    + "figures: {one: {file: figures/a.png, caption: c, alt: '\"><img src=TARGET>'}}\n",
    "journal": "title: x\njournal: 'TARGET'\n",
    "style": FACTS + "references: {csl: 'TARGET'}\n",
    "license": FACTS + "publication: {license: 'TARGET'}\n",
    "DOI": FACTS + "publication: {doi: '10.1000/TARGET'}\n",
    "e-mail": FACTS + "contributors: [{name: A B, email: 'a@b.org?attach=TARGET'}]\n",
    "language": FACTS.replace("[en, fa]", "['TARGET']"),
}
DRAWINGS = {
    "image": '<image href="{}" width="9" height="9"/>',
    "old image": '<image x:href="{}" width="9" height="9"/>',
    "use": '<use href="{}#x"/>',
    "style": "<style>@import '{}'; rect{{fill:url({})}}</style><rect width='9' height='9'/>",
    "font": "<style>@font-face{{font-family:x;src:url({})}}</style><text font-family='x'>a</text>",
    "fill": '<rect width="9" height="9" fill="url({}#a)"/>',
    "filter": '<filter id="f"><feImage href="{}"/></filter><rect filter="url(#f)" width="9" height="9"/>',
    "foreign": '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{}"/></foreignObject>',
    "link": '<a href="{}"><rect width="9" height="9"/></a>',
    "script": '<script href="{}"/>',
    "instruction": '<?xml-stylesheet href="{}"?><rect width="9" height="9"/>',
    "nested data": '<image href="data:image/svg+xml,&lt;svg xmlns=%22http://www.w3.org/2000/svg%22>&lt;image href=%22{}%22/>&lt;/svg>" width="9" height="9"/>',
}
ENTITIES = {
    "entity": '<!DOCTYPE svg [<!ENTITY e SYSTEM "{}">]>' + SVG.format("<text>&e;</text>"),
    "parameter entity": '<!DOCTYPE svg [<!ENTITY % e SYSTEM "{}"> %e;]>' + SVG.format(""),
    "outer definition": '<!DOCTYPE svg SYSTEM "{}">' + SVG.format("<text>a</text>"),
}
REFERENCES = {
    "bib": "@article{{a, title={{T}}, year=2000, url={{{0}}}, file={{{0}}},\n"
    " note={{\\includegraphics{{{0}}}}}}}\n",
    "bib input": "\\input{{{}}}\n@article{{a, title={{\\input{{{}}}}}, year=2000}}\n",
    "ris": "TY  - JOUR\nID  - a\nTI  - T\nUR  - {0}\nL1  - {0}\nL4  - {0}\nPY  - 2000\nER  - \n",
    "json": '[{{"id": "a", "type": "book", "title": "<img src={0}>", "URL": "{0}"}}]',
    "xml": '<!DOCTYPE xml [<!ENTITY e SYSTEM "{0}">]><xml><records><record><titles><title>&e;</title></titles></record></records></xml>',
    "xml include": '<xml xmlns:i="http://www.w3.org/2001/XInclude"><records><record><titles><title><i:include href="{0}" parse="text"/></title></titles></record></records></xml>',
}
STYLE = (
    '<!DOCTYPE style [<!ENTITY e SYSTEM "{0}">]><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"'
    ' version="1.0"><info><title>&e;</title><id>a</id><updated>2020-01-01T00:00:00Z</updated>'
    '<link href="{0}" rel="independent-parent"/></info><citation><layout><text value="1"/></layout></citation>'
    '<bibliography><layout><text value="x"/></layout></bibliography></style>'
)


def targets(file: str, path: str, host: str) -> dict[str, str]:
    """The ways to name what nobody may have."""
    return {
        "file": file, "path": path, "climbing": f"../../../../../..{path}",
        "climbing in disguise": "%2e%2e/%2e%2e/%2e%2e/%2e%2e" + path, "http": f"http://{host}/x.png",
        "no scheme": f"//{host}/x.png", "ftp": f"ftp://{host}/x", "UNC": f"\\\\{host}\\x",
        "asset": f"asset:{path}",
    }  # fmt: skip


def hostile_cases(file: str, path: str, host: str) -> dict[str, Mapping[str, bytes]]:
    """Each place with a file; and each target in the places most likely to follow it."""
    everywhere = targets(file, path, host)
    cases: dict[str, Mapping[str, bytes]] = {}
    for place, pattern in TEXTS.items():
        cases[f"text: {place}"] = case(en_md=f"{TEXT}\n{pattern.format(file, file)}\n")
    for place, pattern in FIELDS.items():
        cases[f"field: {place}"] = case(case_yaml=pattern.replace("TARGET", path))
    for place, pattern in {**DRAWINGS, **ENTITIES}.items():
        drawing = (
            pattern.replace("{}", file)
            if place in ENTITIES
            else SVG.format(pattern.format(file, file))
        )
        facts = FACTS + "figures: {one: {file: figures/a.svg, caption: c, alt: a}}\n"
        text = TEXT + "\n@fig-one\n"
        cases[f"drawing: {place}"] = {
            **case(case_yaml=facts, en_md=text, fa_md=text), "figures/a.svg": drawing.encode(),
        }  # fmt: skip
    for form, pattern in REFERENCES.items():
        suffix = form.partition(" ")[0]
        cases[f"references: {form}"] = case(
            en_md=f"{TEXT}\nSee [@a].\n", **{f"references_{suffix}": pattern.format(file, file)}
        )
    cases["style: entity"] = case(
        case_yaml=FACTS + "references: {csl: a.csl}\n", references_bib=BIB, a_csl=STYLE.format(file)
    )
    for name, target in everywhere.items():
        cases[f"picture: {name}"] = case(en_md=f"{TEXT}\n![kept]({target})\n")
        cases[f"figure: {name}"] = case(case_yaml=FIELDS["figure's file"].replace("TARGET", target))
    return cases
