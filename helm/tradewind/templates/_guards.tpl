{{/* What the schema cannot say in words that help. */}}
{{- define "tradewind.guards" -}}
{{- if and (include "tradewind.access.closed" .) (not .Values.access.bootstrapSecret.name) (not .Values.access.oidc.issuer) }}
{{- fail "\n\nTradewind is closed by default and does not install without a way in. Set one of\n  --set access.bootstrapSecret.name=…   a Secret with a text of 32 characters or more that may make API keys\n  --set access.oidc.issuer=https://…    an OpenID provider\n  --set access.anonymous=unsafe-anyone  EVALUATION ONLY: whoever reaches the gateway may read and write everything\n" }}
{{- end }}
{{- range $name := list "gateway" "ingest" }}
{{- $settings := include "tradewind.settings" (dict "root" $ "component" $name) | fromYaml }}
{{- if eq $settings.autoscaling.type "keda" }}
{{- fail (printf "\n\nservices.%s.autoscaling.type=keda: only metrics and alerts read from Kafka and can be scaled by lag. Use hpa for %s.\n" $name $name) }}
{{- end }}
{{- end }}
{{- end -}}
