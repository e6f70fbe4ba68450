# The service and the command line, without compilers, pip or development tools.
# A release is best pinned by digest too: docker build --build-arg PYTHON=...@sha256:...
ARG PYTHON=python:3.11.15-slim-bookworm

FROM ${PYTHON} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
# What changes seldom comes first: an edit to the code installs no dependency anew.
COPY requirements.lock requirements-build.lock ./
RUN python -m venv --without-pip /opt/ledwerk \
 && pip --python /opt/ledwerk/bin/python install --require-hashes -r requirements.lock \
 && pip install --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY schema schema
COPY graph graph
COPY loaders loaders
COPY viz viz
COPY api api
RUN pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
 && pip --python /opt/ledwerk/bin/python install --no-deps --no-index dist/*.whl

FROM ${PYTHON}
LABEL org.opencontainers.image.title="ledwerk" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.description="See, question and mend a regional partner network." \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
# A number of its own, so that files on a volume have the same owner on every machine.
RUN groupadd --gid 10001 ledwerk \
 && useradd --uid 10001 --gid ledwerk --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin ledwerk \
 && install -d -o ledwerk -g ledwerk /var/lib/ledwerk
COPY --from=build /opt/ledwerk /opt/ledwerk
COPY data/led-2016 /srv/led-2016
# Without another address the network is kept in the image's own folder: mount a volume there.
ENV PATH=/opt/ledwerk/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LEDWERK_STORE=sqlite:/var/lib/ledwerk/ledwerk.sqlite
# By number: an orchestrator that refuses root cannot tell who a name is.
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --retries=3 --start-period=1m \
  CMD ["python", "-c", "from http.client import HTTPConnection as C; c = C(\"127.0.0.1\", 8000, timeout=4); c.request(\"GET\", \"/health/ready\"); raise SystemExit(c.getresponse().status != 200)"]
CMD ["ledwerk", "serve", "--host", "0.0.0.0", "--port", "8000"]
