"""What people look at: values in words, a text with its figures marked, charts.

Belongs here: pure functions from figures and frames to words and pictures. Does not belong here: reading the
warehouse, and where the result is shown.
"""
