"""Journals as data: a folder under ``templates/`` is a journal."""

from casereport.journals.journal import InvalidJournalError, Journal, journal_ids, load_journal

__all__ = ["InvalidJournalError", "Journal", "journal_ids", "load_journal"]
