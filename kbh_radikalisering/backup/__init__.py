"""
One file that holds all there is of the site, from either database and for either.

An archive is a plain tar, so that it can be read without this code:

    backup.json            when and by which migrations it was made, and every column
    tables/APP.MODEL/N.jsonl.gz   the rows of a model, one a line
    media/NAME             the files that those rows name
    SHA256SUMS             of all of these, for `sha256sum --check`
    SEAL                   the SHA-256 of every byte before it

With a key the whole of it is encrypted as https://age-encryption.org/v1, which `age` and
`rage` open too.
"""
