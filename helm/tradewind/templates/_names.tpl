{{- define "tradewind.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* Short enough that "<fullname>-migrate-metrics" is still a DNS label. */}}
{{- define "tradewind.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 45 | trimSuffix "-" -}}
{{- else if contains (include "tradewind.name" .) .Release.Name -}}
{{- .Release.Name | trunc 45 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "tradewind.name" .) | trunc 45 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What never changes: selectors are immutable. Takes root and component. */}}
{{- define "tradewind.selector" -}}
app.kubernetes.io/name: {{ include "tradewind.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "tradewind.labels" -}}
{{ include "tradewind.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: tradewind
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Name, labels and annotations of an object. Takes root, component, and optionally name and annotations. */}}
{{- define "tradewind.metadata" -}}
name: {{ default (printf "%s-%s" (include "tradewind.fullname" .root) .component) .name }}
namespace: {{ default .root.Release.Namespace .namespace }}
labels:
  {{- include "tradewind.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with mergeOverwrite (dict) .root.Values.commonAnnotations (default dict .annotations) }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "tradewind.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "tradewind.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* registry/repository:tag, or @digest. Takes the four. */}}
{{- define "tradewind.image" -}}
{{- $name := printf "%s/%s" (trimSuffix "/" .registry) .repository -}}
{{- if .digest -}}{{ $name }}@{{ .digest }}{{- else -}}{{ $name }}:{{ .tag }}{{- end -}}
{{- end -}}

{{- define "tradewind.serviceImage" -}}
{{- $image := .root.Values.image -}}
{{- $own := .settings.image -}}
{{- $name := default (printf "tradewind-%s" .component) $own.name -}}
{{- $tag := default (default .root.Chart.AppVersion $image.tag) $own.tag -}}
{{- if and (eq $image.variant "native") (not $own.tag) -}}{{- $tag = printf "%s-native" $tag -}}{{- end -}}
{{- include "tradewind.image" (dict "registry" $image.registry "repository" (trimPrefix "/" (printf "%s/%s" $image.repository $name)) "tag" $tag "digest" $own.digest) -}}
{{- end -}}

{{- define "tradewind.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The settings of one service: its own over the defaults. */}}
{{- define "tradewind.settings" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .component)) | toYaml -}}
{{- end -}}

{{/* The gateway's address for people. */}}
{{- define "tradewind.publicUrl" -}}
{{- if .Values.publicUrl -}}
{{- .Values.publicUrl -}}
{{- else if and .Values.ingress.enabled .Values.ingress.host -}}
{{- printf "%s://%s" (ternary "https" "http" (ne .Values.ingress.tlsSecret "")) .Values.ingress.host -}}
{{- else if and .Values.httpRoute.enabled .Values.httpRoute.hostnames -}}
{{- printf "https://%s" (first .Values.httpRoute.hostnames) -}}
{{- end -}}
{{- end -}}
