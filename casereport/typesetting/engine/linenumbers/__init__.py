"""Line numbers in the margin, counted over the laid-out lines; a document asks for them in CSS.

Two custom properties, both inherited:

``--line-numbers: none | <sequence>``
    Whether lines are numbered, and in which sequence they count. A sequence begins at 1 and runs
    on from page to page wherever its name stands; another name begins another count (a second
    language's edition), and returning to the first goes on with it (its legends at the end).
``--line-digits: latn | arabext``
    The numbering system of the number (CLDR's names): latn unless arabext is said.

A number stands outside the page's text area (in text of several columns, the column's), at the side
where the block's lines begin, on the baseline of its line, in the block's font; where the room is
narrower than the number, the line counts and prints none. Each printed line has one number. Counted
are the lines of blocks in the normal flow that hold text. Floats, footnotes, running elements and
page margin boxes are never counted, nor is what is turned by a transform, or stands beside other
text (cells of a row, flex items) and so has no line of its own.

Numbers are painted after all else on their page, as an artifact (PDF 32000-2 table 363: Pagination,
LineNum) whose replacement text is empty (PDF 32000-1, 14.9.4), so that they part no text: poppler
reads none of them, PDFium and MuPDF read them when the page's text is done.
"""
