# syntax=docker/dockerfile:1

# ---- the sidebar: built once, served by the service
FROM node:24-slim AS sidebar
WORKDIR /build
COPY sidebar/package.json sidebar/package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY sidebar/ ./
RUN npm run --silent build

# ---- the Python packages, in a folder of their own
FROM python:3.12-slim AS packages
COPY requirements.txt /
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --no-compile -r /requirements.txt

# ---- what runs: no compiler, no npm, no root
FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin tillside \
    && install -d -o tillside -g tillside /app /app/var
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PORT=8080
COPY --from=packages /venv /venv
COPY plugin ./plugin
COPY integrations ./integrations
COPY sidebar/manifest.json ./sidebar/manifest.json
COPY sidebar/translations ./sidebar/translations
COPY sidebar/assets ./sidebar/assets
COPY --from=sidebar /build/dist ./sidebar/dist
USER tillside
VOLUME /app/var
EXPOSE 8080
# Ready, not alive: a container whose database is gone takes no requests.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/ready', timeout=4)"]
ENTRYPOINT ["python", "-m", "plugin.cli"]
CMD ["web"]
