{{/* What the schema cannot say in words that help. */}}
{{- define "tradewind.guards" -}}
{{- if not .Values.access.anonymous }}
{{- fail "\n\nTradewind is closed by default and does not install without a decision about access. Set one of\n  --set access.anonymous=none           every call is refused\n  --set access.anonymous=unsafe-anyone  EVALUATION ONLY: whoever reaches the gateway may read and write everything\n" }}
{{- end }}
{{- range $name := list "gateway" "ingest" }}
{{- $settings := include "tradewind.settings" (dict "root" $ "component" $name) | fromYaml }}
{{- if eq $settings.autoscaling.type "keda" }}
{{- fail (printf "\n\nservices.%s.autoscaling.type=keda: only metrics and alerts read from Kafka and can be scaled by lag. Use hpa for %s.\n" $name $name) }}
{{- end }}
{{- end }}
{{- end -}}
