{{- define "tradewind.postgresql.evaluation" -}}
{{- eq .Values.postgresql.mode "evaluation" | ternary "true" "" -}}
{{- end -}}

{{- define "tradewind.postgresql.passwordSecret" -}}
{{- default (printf "%s-postgresql" (include "tradewind.fullname" .)) .Values.postgresql.evaluation.passwordSecret -}}
{{- end -}}

{{- define "tradewind.postgresql.port" -}}
{{- eq .Values.postgresql.mode "evaluation" | ternary 5432 (int .Values.postgresql.external.port) -}}
{{- end -}}

{{/* Connection of one service to its database. Takes root and component. */}}
{{- define "tradewind.postgresql.env" -}}
{{- $values := .root.Values.postgresql }}
{{- if include "tradewind.postgresql.evaluation" .root }}
- name: TRADEWIND_DB_HOST
  value: {{ include "tradewind.fullname" .root }}-postgresql
- name: TRADEWIND_DB_PORT
  value: "5432"
- name: TRADEWIND_DB_NAME
  value: {{ .component }}
- name: TRADEWIND_DB_USER
  value: tradewind
- name: TRADEWIND_DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "tradewind.postgresql.passwordSecret" .root }}
      key: password
{{- else }}
{{- $database := index $values.external.databases .component }}
- name: TRADEWIND_DB_HOST
  value: {{ $values.external.host | quote }}
- name: TRADEWIND_DB_PORT
  value: {{ $values.external.port | quote }}
- name: TRADEWIND_DB_NAME
  value: {{ $database.name | quote }}
- name: TRADEWIND_DB_USER
  valueFrom:
    secretKeyRef:
      name: {{ $database.secret.name }}
      key: {{ $database.secret.usernameKey }}
- name: TRADEWIND_DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $database.secret.name }}
      key: {{ $database.secret.passwordKey }}
{{- if $values.external.tls.enabled }}
- name: QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE
  value: verify-full
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: /etc/tradewind/postgresql-ca/ca.crt
# Flyway's connection, by JDBC.
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ printf "jdbc:postgresql://%s:%v/%s?sslmode=verify-full&sslrootcert=/etc/tradewind/postgresql-ca/ca.crt" $values.external.host $values.external.port $database.name | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "tradewind.postgresql.tls" -}}
{{- and (eq .Values.postgresql.mode "external") .Values.postgresql.external.tls.enabled | ternary "true" "" -}}
{{- end -}}

{{- define "tradewind.postgresql.mounts" -}}
{{- if include "tradewind.postgresql.tls" . }}
- name: postgresql-ca
  mountPath: /etc/tradewind/postgresql-ca
  readOnly: true
{{- end }}
{{- end -}}

{{- define "tradewind.postgresql.volumes" -}}
{{- if include "tradewind.postgresql.tls" . }}
- name: postgresql-ca
  secret:
    secretName: {{ .Values.postgresql.external.tls.caSecret.name }}
    items:
      - key: {{ .Values.postgresql.external.tls.caSecret.key }}
        path: ca.crt
{{- end }}
{{- end -}}
