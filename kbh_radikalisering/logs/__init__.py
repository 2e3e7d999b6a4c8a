"""
What is written down: a line a request on standard output, the rest on standard error.

Who asked is nobody's business; what was asked for is the operator's.
"""
