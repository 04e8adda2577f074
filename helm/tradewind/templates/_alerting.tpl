{{/* Whether rules or routing are kept with the installation. */}}
{{- define "tradewind.alerting.files" -}}
{{- if or .Values.alerting.rules .Values.alerting.routing -}}true{{- end -}}
{{- end -}}

{{/* Whether anything can be sent to Slack or to a webhook. */}}
{{- define "tradewind.alerting.sends" -}}
{{- with .Values.alerting -}}
{{- if or $.Values.slack.webhookSecret.name .sealingSecret.name .channelSecrets.name .allowedHosts -}}true{{- end -}}
{{- end -}}
{{- end -}}

{{/* Settings whose names an environment variable cannot hold. */}}
{{- define "tradewind.settings.file" -}}
{{- range $month, $day := .Values.release.dates }}
tradewind.metrics.release.dates."{{ $month }}"={{ $day }}
tradewind.alerts.release.dates."{{ $month }}"={{ $day }}
{{- end }}
{{- end -}}

{{/* What metrics watches, and when a month is due. */}}
{{- define "tradewind.metrics.env" -}}
- name: TRADEWIND_METRICS_RELEASE_DAY
  value: {{ .Values.release.day | quote }}
- name: TRADEWIND_METRICS_RELEASE_JANUARY_WITH_FEBRUARY
  value: {{ .Values.release.januaryWithFebruary | quote }}
- name: TRADEWIND_METRICS_WATCHED_PARTNERS
  value: {{ join "," .Values.watched.partners | quote }}
{{- with .Values.watched.sectors }}
- name: TRADEWIND_METRICS_WATCHED_SECTORS
  value: {{ join "," . | quote }}
{{- end }}
- name: TRADEWIND_METRICS_WATCHED_WINDOWS
  value: {{ join "," .Values.watched.windows | quote }}
{{- end -}}

{{/* Where alerts sends, and what it may know. */}}
{{- define "tradewind.alerting.env" -}}
- name: TRADEWIND_ALERTS_RELEASE_DAY
  value: {{ .Values.release.day | quote }}
- name: TRADEWIND_ALERTS_RELEASE_JANUARY_WITH_FEBRUARY
  value: {{ .Values.release.januaryWithFebruary | quote }}
{{- with .Values.slack }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_SLACK_WEBHOOK_URL" "secret" .webhookSecret) }}
- name: TRADEWIND_SLACK_LANGUAGE
  value: {{ .language }}
- name: TRADEWIND_SLACK_ALLOWED_HOSTS
  value: {{ join "," .allowedHosts | quote }}
{{- end }}
{{- with include "tradewind.publicUrl" . }}
- name: TRADEWIND_PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.alerting }}
{{- if .rules }}
- name: TRADEWIND_ALERTS_RULES_FILE
  value: /etc/tradewind/alerting/rules.yaml
{{- end }}
{{- if .routing }}
- name: TRADEWIND_ALERTS_ROUTING_FILE
  value: /etc/tradewind/alerting/routing.yaml
{{- end }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_SECRETS_KEY" "secret" .sealingSecret) }}
{{- if .channelSecrets.name }}
- name: TRADEWIND_SECRETS_DIRECTORY
  value: /etc/tradewind/channels
{{- end }}
{{- with .allowedHosts }}
- name: TRADEWIND_NOTIFICATIONS_ALLOWED_HOSTS
  value: {{ join "," . | quote }}
{{- end }}
{{- with .privateHosts }}
- name: TRADEWIND_NOTIFICATIONS_ALLOW_PRIVATE_ADDRESSES
  value: {{ join "," . | quote }}
{{- end }}
{{- with .smtp }}
{{- if .host }}
- name: TRADEWIND_MAIL_HOST
  value: {{ .host | quote }}
- name: TRADEWIND_MAIL_PORT
  value: {{ .port | quote }}
- name: TRADEWIND_MAIL_START_TLS
  value: {{ .startTls }}
- name: TRADEWIND_MAIL_TLS
  value: {{ .tls | quote }}
- name: TRADEWIND_MAIL_FROM
  value: {{ .from | quote }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_MAIL_USERNAME" "secret" (dict "name" .secret.name "key" .secret.usernameKey)) }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_MAIL_PASSWORD" "secret" (dict "name" .secret.name "key" .secret.passwordKey)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Takes root and component. */}}
{{- define "tradewind.files.mounts" -}}
{{- if and (has .component (list "metrics" "alerts")) (include "tradewind.settings.file" .root) }}
- name: settings
  mountPath: /etc/tradewind/settings
  readOnly: true
{{- end }}
{{- if eq .component "alerts" }}
{{- if include "tradewind.alerting.files" .root }}
- name: alerting
  mountPath: /etc/tradewind/alerting
  readOnly: true
{{- end }}
{{- if .root.Values.alerting.channelSecrets.name }}
- name: channels
  mountPath: /etc/tradewind/channels
  readOnly: true
{{- end }}
{{- end }}
{{- end -}}

{{/* Takes root and component. */}}
{{- define "tradewind.files.volumes" -}}
{{- if and (has .component (list "metrics" "alerts")) (include "tradewind.settings.file" .root) }}
- name: settings
  configMap:
    name: {{ include "tradewind.fullname" .root }}-settings
{{- end }}
{{- if eq .component "alerts" }}
{{- if include "tradewind.alerting.files" .root }}
# Changes reach the running service, which looks at the files.
- name: alerting
  configMap:
    name: {{ include "tradewind.fullname" .root }}-alerting
{{- end }}
{{- with .root.Values.alerting.channelSecrets.name }}
- name: channels
  secret:
    secretName: {{ . }}
{{- end }}
{{- end }}
{{- end -}}
