"""
The pages of the present edition, kept ready to be sent, outside of Django.

A page is a function of its address, the edition and the time until the next known
change; docs/decisions/0008 says what follows from that.
"""
