"""Files to documents: bytes in, text and metadata out.

Belongs here: reading the formats we take, front matter, what is refused and why, which document replaces
which. Does not belong here: what a text says (extraction/) and tables (contracts/, warehouse/). What a file
must look like is described for its authors in `sources/README.md`.
"""
