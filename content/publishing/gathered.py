"""Rows of several tables, read by one query."""

from functools import partial
from itertools import islice

from django.db import connections, models
from django.db.models import Func, Value

# JSON has texts for these. SQLite's are read by Django's own converters, as it stores them.
TEXTS_IN_JSON = (models.DateField, models.TimeField, models.UUIDField)


class RowAsJSON(Func):
    """
    Django's own JSONArray asks SQLite whether it knows JSON, and locks it to do so.

    So a page would wait for whoever is writing.
    """

    function = "JSON_ARRAY"
    output_field = models.JSONField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="JSONB_BUILD_ARRAY", **context)


def gathered(querysets):
    """
    The instances of each of `querysets` in a list, in no order, by its name.

    Relations that a queryset selects are followed one step. Each row comes as JSON, so
    that tables with other columns fit into one query.
    """
    if len(querysets) < 2:
        return {name: list(queryset) for name, queryset in querysets.items()}
    sources = {name: Source(queryset) for name, queryset in querysets.items()}
    parts = [source.rows(name) for name, source in sources.items()]
    found = {name: [] for name in querysets}
    for name, row in parts[0].union(*parts[1:], all=True):
        found[name].append(sources[name].instance(row))
    return found


class Source:
    """A queryset whose rows become JSON, and instances again."""

    def __init__(self, queryset):
        # Names are those of columns here, whatever language is active.
        rewrite = getattr(queryset, "rewrite", None)
        self.queryset = rewrite(False) if rewrite else queryset
        self.columns = Columns(queryset.model, queryset.db)
        self.related = {
            field: Columns(field.related_model, queryset.db)
            for field in selected_relations(queryset)
        }

    def rows(self, name):
        names = list(self.columns.names)
        for field, columns in self.related.items():
            names += [f"{field.name}__{each}" for each in columns.names]
        plain = self.queryset.order_by().select_related(None)
        return plain.annotate(_name=Value(name), _row=RowAsJSON(*names)).values_list(
            "_name", "_row"
        )

    def instance(self, row):
        values = iter(row)
        instance = self.columns.instance(values)
        for field, columns in self.related.items():
            field.set_cached_value(instance, columns.instance(values))
        return instance


class Columns:
    """The columns of a model as they come out of JSON."""

    def __init__(self, model, using):
        self.model = model
        self.connection = connections[using]
        fields = model._meta.concrete_fields
        self.names = [field.attname for field in fields]
        # Most are already what they are to be.
        self.readings = {
            place: steps for place, field in enumerate(fields) if (steps := self.reading(field))
        }

    def instance(self, values):
        """The instance that the next of `values` are of."""
        read = list(islice(values, len(self.names)))
        for place, steps in self.readings.items():
            for step in steps:
                read[place] = step(read[place])
        return self.model.from_db(self.connection.alias, self.names, read)

    def reading(self, field):
        """What is done to a value to make of it what a query of its own would give."""
        column = field.get_col(self.model._meta.db_table)
        steps = [
            partial(convert, expression=column, connection=self.connection)
            for convert in [
                *self.connection.ops.get_db_converters(column),
                *field.get_db_converters(self.connection),
            ]
        ]
        return [*steps, field.to_python] if isinstance(field, TEXTS_IN_JSON) else steps


def selected_relations(queryset):
    """Of the plain select_related() Django follows the relations that are always there."""
    selected = queryset.query.select_related
    relations = [field for field in queryset.model._meta.concrete_fields if field.is_relation]
    if selected is True:
        return [field for field in relations if not field.null]
    return [field for field in relations if field.name in (selected or {})]


def attach(owners, name, rows):
    """Let `owner.<name>.all()` be those of `rows` that lead to it, as prefetching does."""
    field = owners and type(owners[0])._meta.get_field(name).field
    for owner in owners:
        queryset = getattr(owner, name).all()
        queryset._result_cache = [
            row for row in rows if getattr(row, field.attname) == owner.pk
        ]
        cache = owner.__dict__.setdefault("_prefetched_objects_cache", {})
        cache[name] = queryset
