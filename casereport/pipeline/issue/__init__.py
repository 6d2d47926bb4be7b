"""An issue of a journal: its cases on continuous pages, its contents, all bound in one PDF."""
