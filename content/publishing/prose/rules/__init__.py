"""
What is looked for in a rich text, one file a rule.

A rule is a function of the text's tree that yields findings. It reads what the
sanitiser leaves; only `danger` reads what the editor sent.
"""
