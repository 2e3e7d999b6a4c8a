"""
What the site survives, tried against its real processes: make faults.

Each scenario has readers and an editor at work, does one bad thing, and holds what they
saw against what must never happen. docs/operators.md has what came of it.
"""
