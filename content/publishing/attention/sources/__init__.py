from . import drafts, english, hard_texts, unpublished, yearly_tasks  # noqa: F401
