"""The types of RIS (TY) and the numbers of EndNote's types, as types of CSL.

"RIS Format Specifications"; EndNote's reference types by number as EndNote 20 exports them.
"""

from __future__ import annotations

TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book",
    "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure", "CLSWK": "classic",
    "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "document", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal",
    "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "figure", "FIGURE": "figure",
    "GEN": "document", "GOVDOC": "report", "GRANT": "document", "HEAR": "hearing",
    "ICOMM": "personal_communication", "INPR": "article-journal", "INTV": "interview",
    "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture",
    "MULTI": "webpage", "MUSIC": "musical_score", "NEWS": "article-newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication",
    "PREPRINT": "article", "RPRT": "report", "SER": "book", "SLIDE": "speech",
    "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNBILL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage",
}  # fmt: skip

ENDNOTE_TYPES = {
    "0": "article-journal", "1": "graphic", "2": "bill", "3": "article-journal", "4": "legal_case",
    "5": "chapter", "6": "book", "7": "legal_case", "8": "legislation", "9": "software",
    "10": "paper-conference", "11": "document", "12": "webpage", "13": "document",
    "14": "hearing", "15": "document", "16": "webpage", "17": "article-journal",
    "18": "document", "19": "article-magazine", "20": "map", "21": "motion_picture",
    "22": "document", "23": "article-newspaper", "24": "document", "25": "patent",
    "26": "personal_communication", "27": "report", "28": "book", "29": "document",
    "30": "document", "31": "legislation", "32": "thesis", "33": "manuscript",
    "34": "manuscript", "35": "manuscript", "36": "manuscript", "37": "figure", "38": "figure",
    "39": "figure", "40": "document", "43": "article-journal", "44": "book", "45": "dataset",
    "46": "report", "47": "paper-conference", "48": "webpage", "49": "document",
    "50": "entry-encyclopedia", "51": "classic", "52": "entry-dictionary",
    "53": "entry-encyclopedia", "54": "document", "55": "document", "56": "post-weblog",
    "57": "book", "58": "standard", "59": "dataset", "60": "chapter", "61": "classic",
    "62": "interview", "63": "document", "64": "song", "65": "manuscript",
}  # fmt: skip
"""Numbers differ between versions of EndNote where users changed them; the name stands first."""

ENDNOTE_NAMES = {
    "aggregated database": "dataset", "ancient text": "classic", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog",
    "book": "book", "book section": "chapter", "case": "legal_case", "catalog": "document",
    "chart or table": "figure", "classical work": "classic", "computer program": "software",
    "conference paper": "paper-conference", "conference proceedings": "paper-conference",
    "dataset": "dataset", "dictionary": "entry-dictionary", "edited book": "book",
    "electronic article": "article-journal", "electronic book": "book",
    "electronic book section": "chapter", "electronic source": "webpage",
    "encyclopedia": "entry-encyclopedia", "equation": "figure", "figure": "figure",
    "film or broadcast": "motion_picture", "generic": "document",
    "government document": "report", "grant": "document", "hearing": "hearing",
    "interview": "interview", "journal article": "article-journal",
    "legal rule or regulation": "legislation", "magazine article": "article-magazine",
    "manuscript": "manuscript", "map": "map", "multimedia application": "software",
    "music": "song", "newspaper article": "article-newspaper",
    "online database": "dataset", "online multimedia": "webpage", "pamphlet": "pamphlet",
    "patent": "patent", "personal communication": "personal_communication",
    "podcast": "song", "preprint": "article", "press release": "document", "report": "report",
    "serial": "book", "social media": "post", "standard": "standard", "statute": "legislation",
    "thesis": "thesis", "unpublished work": "manuscript", "web page": "webpage",
}  # fmt: skip
