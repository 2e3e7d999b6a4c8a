from . import (  # noqa: F401
    broken_links,
    drafts,
    english,
    hard_texts,
    plans,
    unpublished,
    yearly_tasks,
)
