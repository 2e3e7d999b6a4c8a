"""Where the documents are: in DATA_DIR, or in a store that speaks S3."""

from kbh_radikalisering.optional import needed


def media_storage(bucket):
    """
    Django's storage for them; `bucket` as values.bucket reads it, or None.

    Nobody is ever led to the store: a view hands out what is published, and no file is
    written over, since each has a name of its own.
    """
    if bucket is None:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    needed("storages.backends.s3", "MEDIA_STORAGE")
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": bucket
        | {
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            # Larger files go to the disk while they are read.
            "max_memory_size": 5 * 1024 * 1024,
        },
    }
