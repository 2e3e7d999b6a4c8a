"""The pages of one worker, the least recently asked for thrown out first."""

from collections import OrderedDict

# A page in its three forms takes some 30 KB, and what Python needs beside.
PAGES = 16 * 1024 * 1024
# What is searched for is endless; what is searched for again is not.
SEARCHES = 1024 * 1024


class Store:
    def __init__(self, capacity):
        self.capacity = capacity
        self.size = 0
        self.pages = OrderedDict()

    def __len__(self):
        return len(self.pages)

    def get(self, key):
        page = self.pages.get(key)
        if page is not None:
            self.pages.move_to_end(key)
        return page

    def put(self, key, page):
        self.drop(key)
        if page.size > self.capacity // 4:
            return
        self.pages[key] = page
        self.size += page.size
        while self.size > self.capacity:
            self.drop(next(iter(self.pages)))

    def drop(self, key):
        page = self.pages.pop(key, None)
        if page is not None:
            self.size -= page.size

    def clear(self):
        """Throw all out; the keys, the most recently asked for first."""
        keys = list(reversed(self.pages))
        self.pages.clear()
        self.size = 0
        return keys
