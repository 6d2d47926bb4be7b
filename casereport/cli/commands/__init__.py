"""One file a command; each holds ``command``. Found by walking this folder."""
