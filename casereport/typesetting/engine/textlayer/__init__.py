"""The text layer of WeasyPrint's PDFs (what is found, copied, read aloud), mended from outside.

WeasyPrint drops every ZWNJ, lets a glyph that stands for several right-to-left letters give them
back in the wrong order, names no language but the document's, and tags each piece of a link as a
link of its own. Nothing here changes what is seen on a page.
"""
