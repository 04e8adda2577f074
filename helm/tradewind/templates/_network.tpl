{{/* Pods of this release, as a peer. Takes root and component. */}}
{{- define "tradewind.peer" -}}
- podSelector:
    matchLabels:
      {{- include "tradewind.selector" . | nindent 6 }}
{{- end -}}

{{- define "tradewind.egress.dns" -}}
- ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end -}}

{{- define "tradewind.egress.kafka" -}}
- ports:
    {{- range splitList "\n" (include "tradewind.kafka.ports" .) }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
  {{- if include "tradewind.kafka.evaluation" . }}
  to:
    {{- include "tradewind.peer" (dict "root" . "component" "kafka") | nindent 4 }}
  {{- else if .Values.networkPolicy.kafkaTo }}
  to:
    {{- toYaml .Values.networkPolicy.kafkaTo | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "tradewind.egress.postgresql" -}}
- ports:
    - port: {{ include "tradewind.postgresql.port" . }}
      protocol: TCP
  {{- if include "tradewind.postgresql.evaluation" . }}
  to:
    {{- include "tradewind.peer" (dict "root" . "component" "postgresql") | nindent 4 }}
  {{- else if .Values.networkPolicy.postgresqlTo }}
  to:
    {{- toYaml .Values.networkPolicy.postgresqlTo | nindent 4 }}
  {{- end }}
{{- end -}}
