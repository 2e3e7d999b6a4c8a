from whitenoise.storage import CompressedManifestStaticFilesStorage


class BundledManifestStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names, brotli and gzip, and one stylesheet of the four layers."""
