import asyncio


class Flights:
    """Of those who want the same at the same time one fetches it, and all get it."""

    def __init__(self):
        self.under_way = {}

    async def join(self, key, fetch):
        """What `fetch()` returns, or what the fetch under way for `key` returns."""
        flight = self.under_way.get(key)
        if flight is None:
            flight = self.under_way[key] = asyncio.create_task(fetch())
            flight.add_done_callback(lambda _done: self.under_way.pop(key, None))
        # A visitor who leaves does not take the page from the others.
        return await asyncio.shield(flight)
