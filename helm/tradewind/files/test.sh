# A month that no customs file has, so that no figure of yours is touched; withdrawn at the end.
period=1999-01
value=$(date +%s)
api=$GATEWAY/api/v1
made=

call() {
  curl --silent --show-error --max-time 20 --retry 5 --retry-connrefused \
    ${KEY:+--header "Authorization: Bearer $KEY"} "$@"
}
field() { sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p" /tmp/answer | head -n 1; }

if [ "$ACCESS" = none ]; then
  status=$(KEY='' call --output /tmp/answer --write-out '%{http_code}' "$api/regions")
  [ "$status" = 401 ] || { echo "expected 401 without credentials, got $status"; exit 1; }
  echo "closed: a call without credentials is answered 401"
  if [ -z "${KEY:-}" ] && [ -n "${BOOTSTRAP:-}" ]; then
    KEY=$BOOTSTRAP call --fail-with-body --header 'Content-Type: application/json' \
      --data '{"name":"helm test","role":"submitter","lifetime":"PT15M"}' "$api/keys" >/tmp/answer \
      || { cat /tmp/answer; exit 1; }
    KEY=$(field key)
    made=$(field id)
    echo "made the key $made for this test"
    trap 'KEY=$BOOTSTRAP call --request DELETE "$api/keys/$made" >/dev/null && echo "revoked the key $made"' EXIT
  fi
  [ -n "${KEY:-}" ] || { echo "no key to go on with (tests.keySecret)"; exit 0; }
fi

# As the customs query site writes it.
cat >/tmp/small.csv <<CSV
"Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Locations of importers and exporters code","Locations of importers and exporters","US dollar",
"$(echo "$period" | tr -d -)","85423100","Processors and controllers","502","United States","44","Guangdong Province","$value",
CSV
call --fail-with-body --header 'Content-Type: text/csv' --data-binary @/tmp/small.csv \
  "$api/submissions?label=helm-test&name=helm-test.csv" >/tmp/answer || { cat /tmp/answer; exit 1; }
id=$(field id)
echo "submitted as $id"

state=
for _ in $(seq 1 90); do
  call "$api/submissions/$id" >/tmp/answer
  state=$(field state)
  case $state in
    applied) break ;;
    rejected | stuck | withdrawn) cat /tmp/answer; exit 1 ;;
  esac
  sleep 2
done
[ "$state" = applied ] || { echo "still $state after three minutes"; exit 1; }

call --fail-with-body --header 'Accept: text/csv' \
  "$api/indicators?partner=USA&period=$period&window=month&sector=hs:8542&region=CN-GD" >/tmp/answer
cat /tmp/answer
grep -q ",$value," /tmp/answer || { echo "its indicator does not show $value"; exit 1; }

call --fail-with-body --request POST "$api/submissions/$id/withdraw" >/dev/null
echo "applied, shown and withdrawn"
