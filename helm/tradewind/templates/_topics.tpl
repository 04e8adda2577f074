{{- define "tradewind.topics.replication" -}}
{{- default (eq .Values.kafka.mode "evaluation" | ternary 1 3) (int .Values.topics.replicationFactor) -}}
{{- end -}}

{{- define "tradewind.topics.minInsync" -}}
{{- default (eq .Values.kafka.mode "evaluation" | ternary 1 2) (int .Values.topics.minInsyncReplicas) -}}
{{- end -}}

{{/* The history is the source of every rebuild: nothing in it may expire. */}}
{{- define "tradewind.topics.config" -}}
cleanup.policy: delete
retention.ms: -1
retention.bytes: -1
min.insync.replicas: {{ include "tradewind.topics.minInsync" . }}
{{- end -}}
