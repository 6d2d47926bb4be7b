"""The evaluation of a case by CARE: items, the words that tell them, and the judgement of each."""
