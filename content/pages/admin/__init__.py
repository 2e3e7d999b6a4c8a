from .document import DocumentAdmin
from .initiative import InitiativeAdmin
from .page import PageAdmin
from .recommendation import RecommendationAdmin

__all__ = ["DocumentAdmin", "InitiativeAdmin", "PageAdmin", "RecommendationAdmin"]
