{{/* Where traces go; nothing if nowhere. */}}
{{- define "tradewind.tracing.env" -}}
{{- with .Values.tracing }}
{{- if .endpoint }}
- name: QUARKUS_OTEL_SDK_DISABLED
  value: "false"
- name: QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
  value: {{ .endpoint | quote }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL
  value: {{ .protocol | quote }}
- name: QUARKUS_OTEL_TRACES_SAMPLER_ARG
  value: {{ .sampling | quote }}
{{- include "tradewind.access.secretEnv" (dict "variable" "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_HEADERS" "secret" .headersSecret) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The collector's port: that of its address, else the scheme's. */}}
{{- define "tradewind.tracing.port" -}}
{{- $url := urlParse .Values.tracing.endpoint -}}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary "443" "80") -}}
{{- end -}}

{{- define "tradewind.egress.tracing" -}}
{{- if .Values.tracing.endpoint }}
- ports:
    - port: {{ include "tradewind.tracing.port" . }}
      protocol: TCP
  {{- with .Values.networkPolicy.tracingTo }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end -}}
