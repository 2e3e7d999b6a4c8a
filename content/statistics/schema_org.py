from .dataset import (
    address,
    days_covered,
    description,
    field_descriptions,
    first_published,
    identifier,
    last_updated,
    name,
    place,
)

COUNTED = ["referrals", "interventions"]


def dataset(years, publisher):
    """The figures as a schema.org Dataset, for search engines."""
    explained = field_descriptions()
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": identifier(),
        "name": name(),
        "description": description(),
        "url": address("statistics"),
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": publisher},
        "datePublished": first_published(years),
        "dateModified": last_updated(years),
        "temporalCoverage": "/".join(days_covered(years)),
        "spatialCoverage": {"@type": "Place", "name": place()},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": each, "description": explained[each]}
            for each in COUNTED
        ],
        "distribution": [
            download("statistics:csv", "text/csv"),
            download("statistics:json", "application/json"),
        ],
    }


def download(view_name, media_type):
    return {
        "@type": "DataDownload",
        "contentUrl": address(view_name),
        "encodingFormat": media_type,
    }
