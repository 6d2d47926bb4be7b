"""``python -m casereport``: the command line, where its script is not on the path."""

import sys

from casereport.cli import main

if __name__ == "__main__":
    sys.exit(main())
