"""Reference lists of cases and of single files: read, compared, cleaned, merged, put in order.

Nothing is written here: what would change are :class:`casereport.workspace.Replacement`.
"""
