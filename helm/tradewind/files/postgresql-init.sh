#!/bin/bash
# Runs once, on an empty volume: one role without special rights and a database per service.
# Not executable on purpose: the image then runs it in its own shell.
psql --set ON_ERROR_STOP=1 --set password="$TRADEWIND_PASSWORD" --username postgres --dbname postgres <<'SQL'
CREATE ROLE tradewind LOGIN PASSWORD :'password';
CREATE DATABASE gateway OWNER tradewind;
CREATE DATABASE ingest OWNER tradewind;
CREATE DATABASE metrics OWNER tradewind;
CREATE DATABASE alerts OWNER tradewind;
SQL
