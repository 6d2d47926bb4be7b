"""Full bidirectional layout for WeasyPrint: UAX #9 across inline boxes, from outside its code.

WeasyPrint hands each text box to Pango by itself, so the order is right inside one box and wrong
across boxes. Here every line of inline boxes is resolved as a whole paragraph before layout, and
rebuilt so that each text box has one level and each bidi run is one box; WeasyPrint's own reversal
of the children of a right-to-left box then does the reordering (rule L2) on each line.
"""
