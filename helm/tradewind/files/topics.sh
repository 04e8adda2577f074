#!/bin/bash
# Creates the topics, and holds existing ones to what the system needs. Never adds partitions.
set -euo pipefail

# KAFKA_A_B is the client setting a.b, as in the services.
client="${TMPDIR:-/tmp}/client.properties"
umask 077
for name in "${!KAFKA_@}"; do
  case $name in KAFKA_BOOTSTRAP_SERVERS | KAFKA_*_OPTS) continue ;; esac
  key=${name#KAFKA_}
  key=${key,,}
  value=${!name}
  printf '%s=%s\n' "${key//_/.}" "${value//\\/\\\\}"
done >"$client"
kafka=(--bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$client")

for attempt in $(seq 1 60); do
  if existing=$(kafka-topics.sh "${kafka[@]}" --list); then break; fi
  if [ "$attempt" = 60 ]; then
    echo "Kafka at $KAFKA_BOOTSTRAP_SERVERS does not answer" >&2
    exit 1
  fi
  sleep 5
done

topic() {
  local topic=$1 partitions=$2
  local wanted=({{ range $key, $value := include "tradewind.topics.config" . | fromYaml }}{{ $key }}={{ $value }} {{ end }})
  if grep -qxF "$topic" <<<"$existing"; then
    kafka-configs.sh "${kafka[@]}" --alter --entity-type topics --entity-name "$topic" \
      --add-config "$(IFS=,; echo "${wanted[*]}")"
  else
    kafka-topics.sh "${kafka[@]}" --create --if-not-exists --topic "$topic" --partitions "$partitions" \
      --replication-factor {{ include "tradewind.topics.replication" . }} "${wanted[@]/#/--config=}"
  fi
  kafka-topics.sh "${kafka[@]}" --describe --topic "$topic"
}

{{ range $name := list "exports" "submissions" "indicators" -}}
topic tradewind.{{ $name }} {{ index $.Values.topics.partitions $name }}
{{ end -}}
