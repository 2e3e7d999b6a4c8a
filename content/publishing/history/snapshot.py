"""An object with its rows as plain values, and back."""

import json

from django.core.serializers.json import DjangoJSONEncoder

from .rows import row_relations, rows_of, written_fields


def snapshot(instance):
    """
    What is stored of `instance` now, as JSON.

    {"fields": {name: value}, "links": {name: [keys]}, "rows": {name: [{"pk": …, "fields": …}]}}
    """
    return plain({"fields": values(instance), **related(instance)})


def related(instance):
    """What is stored of it in other tables."""
    return {
        "links": {
            field.name: sorted(getattr(instance, field.name).values_list("pk", flat=True))
            for field in instance._meta.many_to_many
        },
        "rows": {
            relation.get_accessor_name(): [
                {"pk": row.pk, "fields": values(row)}
                for row in rows_of(instance, relation).order_by("pk")
            ]
            for relation in row_relations(type(instance))
        },
    }


def plain(value):
    """As it comes back out of the database's JSON."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def values(instance):
    return {
        field.attname: field.get_prep_value(field.value_from_object(instance))
        for field in written_fields(type(instance))
    }


def exists(field, key):
    return field.related_model._base_manager.filter(pk=key).exists()


def assign(instance, fields, exists=exists):
    """
    Give `instance` the values of `fields`.

    A column that came after the version was saved keeps what it has, and so does one
    that leads to something that is no longer there.
    """
    for field in written_fields(type(instance)):
        if field.attname not in fields:
            continue
        value = field.to_python(fields[field.attname])
        if field.is_relation and value is not None and not exists(field, value):
            value = None if field.null else getattr(instance, field.attname)
        setattr(instance, field.attname, value)


def apply(data, instance):
    """Store `data` as what `instance` and its rows are; the caller has a transaction."""
    assign(instance, data["fields"])
    instance.save()
    store_related(data, instance)


def is_related(data, instance):
    """Whether what is stored beside `instance` is what `store_related` would store."""
    stored = plain(related(instance))
    return all(stored[part] == data[part] for part in ["links", "rows"])


def store_related(data, instance):
    """The part of `data` that lies in other tables: links and rows."""
    for name, keys in data["links"].items():
        links = getattr(instance, name)
        links.set(links.model._base_manager.filter(pk__in=keys))
    for relation in row_relations(type(instance)):
        store_rows(relation, instance, data["rows"].get(relation.get_accessor_name(), []))


def store_rows(relation, instance, rows):
    """Rows that differ are made anew under their keys: two may have traded their values."""
    wanted = {str(row["pk"]): row["fields"] for row in rows}
    for row in rows_of(instance, relation):
        if wanted.get(key := str(row.pk)) == plain(values(row)):
            del wanted[key]
        else:
            row.delete()
    for key, fields in wanted.items():
        row = relation.related_model(pk=key)
        assign(row, fields)
        setattr(row, relation.field.name, instance)
        row.save(force_insert=True)
