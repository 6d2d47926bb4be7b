"""The only package that knows WeasyPrint: everything here may be imported when a page is set."""
