#!/bin/sh
# Run once by the postgres image in an empty data folder.
set -eu
psql --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
  --set=app_password="$OPENDPF_DATABASE_PASSWORD" --set=migrator_password="$OPENDPF_DATABASE_PASSWORD" \
  --file="$(dirname "$0")/roles.psql"
