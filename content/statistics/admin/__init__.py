from .definition import DefinitionAdmin
from .year import ConcernYearAdmin

__all__ = ["ConcernYearAdmin", "DefinitionAdmin"]
