{{- define "tradewind.kafka.evaluation" -}}
{{- eq .Values.kafka.mode "evaluation" | ternary "true" "" -}}
{{- end -}}

{{- define "tradewind.kafka.bootstrap" -}}
{{- if include "tradewind.kafka.evaluation" . -}}
{{- printf "%s-kafka.%s.svc:9092" (include "tradewind.fullname" .) .Release.Namespace -}}
{{- else -}}
{{- .Values.kafka.external.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{/* The ports of the bootstrap servers, one a line. */}}
{{- define "tradewind.kafka.ports" -}}
{{- $ports := list -}}
{{- range splitList "," (include "tradewind.kafka.bootstrap" .) -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (trim .)) -}}
{{- end -}}
{{- $ports | uniq | join "\n" -}}
{{- end -}}

{{/* The client's settings: KAFKA_A_B is the property a.b. Also read by the topics Job. */}}
{{- define "tradewind.kafka.env" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "tradewind.kafka.bootstrap" . | quote }}
{{- if not (include "tradewind.kafka.evaluation" .) }}
{{- with .Values.kafka.external }}
{{- $sasl := ne .sasl.mechanism "" }}
{{- if or .tls.enabled $sasl }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ printf "%s%s" (ternary "SASL_" "" $sasl) (ternary "SSL" "PLAINTEXT" .tls.enabled) }}
{{- end }}
{{- if $sasl }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .sasl.mechanism }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ .sasl.jaasSecret.name }}
      key: {{ .sasl.jaasSecret.key }}
{{- end }}
{{- if .tls.caSecret.name }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/tradewind/kafka-ca/ca.crt
{{- end }}
{{- if .tls.clientSecret.name }}
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: KAFKA_SSL_KEYSTORE_LOCATION
  value: /etc/tradewind/kafka-client/client.p12
- name: KAFKA_SSL_KEYSTORE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .tls.clientSecret.name }}
      key: {{ .tls.clientSecret.passwordKey }}
{{- end }}
{{- range $key, $value := .properties }}
- name: KAFKA_{{ $key | upper | replace "." "_" }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "tradewind.kafka.mounts" -}}
{{- if not (include "tradewind.kafka.evaluation" .) }}
{{- with .Values.kafka.external.tls }}
{{- if .caSecret.name }}
- name: kafka-ca
  mountPath: /etc/tradewind/kafka-ca
  readOnly: true
{{- end }}
{{- if .clientSecret.name }}
- name: kafka-client
  mountPath: /etc/tradewind/kafka-client
  readOnly: true
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "tradewind.kafka.volumes" -}}
{{- if not (include "tradewind.kafka.evaluation" .) }}
{{- with .Values.kafka.external.tls }}
{{- if .caSecret.name }}
- name: kafka-ca
  secret:
    secretName: {{ .caSecret.name }}
    items:
      - key: {{ .caSecret.key }}
        path: ca.crt
{{- end }}
{{- if .clientSecret.name }}
- name: kafka-client
  secret:
    secretName: {{ .clientSecret.name }}
    items:
      - key: {{ .clientSecret.keystoreKey }}
        path: client.p12
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
