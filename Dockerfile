# The Python that the dependencies are locked for and the tests run on.
FROM python:3.11-slim-trixie AS build

WORKDIR /site
COPY requirements/cluster.txt requirements/
RUN python -m venv --without-pip .venv \
    && pip --python .venv/bin/python install --no-cache-dir --require-hashes \
        --only-binary :all: --requirement requirements/cluster.txt
COPY . .
# The secret key of this step is made and left behind in /tmp.
RUN DATA_DIR=/tmp/build STATIC_ROOT=/site/collected .venv/bin/python manage.py collect \
    && .venv/bin/python -m compileall -q content kbh_radikalisering


FROM python:3.11-slim-trixie

RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin site \
    && install --directory --owner site --group site /data /backups
WORKDIR /site
# Owned by root: the site can read itself and change nothing of itself.
COPY --from=build /site .

ENV PATH=/site/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STATIC_ROOT=/site/collected \
    DATA_DIR=/data \
    BIND=0.0.0.0
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-m", "kbh_radikalisering.alive"]
CMD ["python", "manage.py", "start"]
