{{/* Whether anybody can come in with credentials. */}}
{{- define "tradewind.access.closed" -}}
{{- eq .Values.access.anonymous "none" | ternary "true" "" -}}
{{- end -}}

{{/* A variable from a key of a Secret. Takes variable and secret; nothing if the Secret has no name. */}}
{{- define "tradewind.access.secretEnv" -}}
{{- if .secret.name }}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret.name }}
      key: {{ .secret.key }}
{{- end }}
{{- end -}}

{{/* How the gateway knows its callers. */}}
{{- define "tradewind.access.env" -}}
{{- $access := .Values.access }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_KEYS_BOOTSTRAP_SECRET" "secret" $access.bootstrapSecret) }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_SIGNING_SECRET" "secret" $access.signingSecret) }}
{{- with $access.oidc }}
{{- if .issuer }}
- name: TRADEWIND_OIDC_ENABLED
  value: "true"
- name: TRADEWIND_OIDC_ISSUER
  value: {{ .issuer | quote }}
- name: TRADEWIND_OIDC_AUDIENCE
  value: {{ .audience | quote }}
{{- with .rolesClaim }}
- name: TRADEWIND_OIDC_ROLES_CLAIM
  value: {{ . | quote }}
{{- end }}
{{- range $role := list "viewer" "submitter" "operator" }}
- name: TRADEWIND_OIDC_ROLES_{{ upper $role }}
  value: {{ join "," (index $access.oidc.roles $role) | quote }}
{{- end }}
{{- if .login.enabled }}
- name: TRADEWIND_OIDC_LOGIN_ENABLED
  value: "true"
- name: TRADEWIND_OIDC_LOGIN_CLIENT_ID
  value: {{ .login.clientId | quote }}
- name: TRADEWIND_OIDC_LOGIN_ROLES_SOURCE
  value: {{ .login.rolesSource }}
- name: TRADEWIND_OIDC_LOGIN_HTTPS
  value: {{ hasPrefix "https://" (include "tradewind.publicUrl" $) | quote }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_OIDC_LOGIN_CLIENT_SECRET" "secret" .login.clientSecret) }}
{{- include "tradewind.access.secretEnv" (dict "variable" "TRADEWIND_OIDC_LOGIN_COOKIE_SECRET" "secret" .login.cookieSecret) }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
