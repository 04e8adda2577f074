{{/* Settings of one service, as environment. Takes root, component and settings. */}}
{{- define "tradewind.env" -}}
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: QUARKUS_LOG_LEVEL
  value: {{ .settings.logLevel }}
{{- if eq .component "gateway" }}
- name: TRADEWIND_ACCESS_ANONYMOUS
  value: {{ .root.Values.access.anonymous | quote }}
{{- with .root.Values.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- range $service := list "ingest" "metrics" "alerts" }}
- name: TRADEWIND_UPSTREAM_{{ upper $service }}
  value: http://{{ include "tradewind.fullname" $.root }}-{{ $service }}:8080
{{- end }}
{{- with include "tradewind.access.env" .root | trim }}
{{ . }}
{{- end }}
{{- else }}
# Closed even if the gateway is not: only what it forwards is let in, by its tokens, whose public keys are here.
- name: TRADEWIND_ACCESS_ANONYMOUS
  value: none
- name: TRADEWIND_ACCESS_TOKEN_KEYS
  value: http://{{ include "tradewind.fullname" .root }}-gateway:8080/.well-known/jwks.json
{{ include "tradewind.kafka.env" .root }}
{{- end }}
{{ include "tradewind.postgresql.env" . | trim }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: {{ eq .root.Values.migrations.mode "atStart" | quote }}
{{- if and (has .component (list "metrics" "alerts")) (include "tradewind.settings.file" .root) }}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/tradewind/settings/application.properties
{{- end }}
{{- if eq .component "metrics" }}
{{ include "tradewind.metrics.env" .root }}
{{- else if eq .component "alerts" }}
{{ include "tradewind.alerting.env" .root }}
{{- end }}
{{- with include "tradewind.tracing.env" .root | trim }}
{{ . }}
{{- end }}
{{- with .settings.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* One of the three probes on the management port. Takes name and settings. */}}
{{- define "tradewind.probe" -}}
httpGet:
  path: /q/health/{{ .name }}
  port: management
{{ toYaml (index .settings.probes .name) }}
{{- end -}}

{{- define "tradewind.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if ne .component "gateway" }}
{{- with include "tradewind.kafka.mounts" .root | trim }}
{{ . }}
{{- end }}
{{- end }}
{{- with include "tradewind.postgresql.mounts" .root | trim }}
{{ . }}
{{- end }}
{{- with include "tradewind.files.mounts" . | trim }}
{{ . }}
{{- end }}
{{- with .settings.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "tradewind.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .settings.tmpSizeLimit }}
{{- if ne .component "gateway" }}
{{- with include "tradewind.kafka.volumes" .root | trim }}
{{ . }}
{{- end }}
{{- end }}
{{- with include "tradewind.postgresql.volumes" .root | trim }}
{{ . }}
{{- end }}
{{- with include "tradewind.files.volumes" . | trim }}
{{ . }}
{{- end }}
{{- with .settings.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* What every Pod of the chart shares: no token, no variables of neighbouring Services (a Service
     named "kafka" would otherwise set KAFKA_PORT, which is a client setting). */}}
{{- define "tradewind.podBasics" -}}
serviceAccountName: {{ include "tradewind.serviceAccount" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "tradewind.pullSecrets" . | trim }}
{{ . }}
{{- end }}
{{- end -}}

{{/* Where a service's Pods may run. */}}
{{- define "tradewind.scheduling" -}}
{{- with .settings.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .settings.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- range . }}
  {{- list (merge (dict) . (dict "labelSelector" (dict "matchLabels" (include "tradewind.selector" $ | fromYaml)))) | toYaml | nindent 2 }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Changes when a Secret named in the values does, so that an upgrade restarts what reads it. */}}
{{- define "tradewind.secretsChecksum" -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $names := list $postgresql.external.tls.caSecret.name $postgresql.evaluation.passwordSecret (index $postgresql.external.databases .component).secret.name .root.Values.tracing.headersSecret.name -}}
{{- if eq .component "gateway" -}}
{{- $access := .root.Values.access -}}
{{- $names = concat $names (list $access.bootstrapSecret.name $access.signingSecret.name $access.oidc.login.clientSecret.name $access.oidc.login.cookieSecret.name) -}}
{{- else -}}
{{- $kafka := .root.Values.kafka.external -}}
{{- $names = concat $names (list $kafka.tls.caSecret.name $kafka.tls.clientSecret.name $kafka.sasl.jaasSecret.name) -}}
{{- end -}}
{{- if eq .component "alerts" -}}
{{- $alerting := .root.Values.alerting -}}
{{- $names = concat $names (list .root.Values.slack.webhookSecret.name $alerting.sealingSecret.name $alerting.channelSecrets.name $alerting.smtp.secret.name) -}}
{{- end -}}
{{- $data := dict -}}
{{- range compact $names -}}
{{- $_ := set $data . (dig "data" dict (lookup "v1" "Secret" $.root.Release.Namespace .)) -}}
{{- end -}}
{{- $data | toJson | sha256sum -}}
{{- end -}}
