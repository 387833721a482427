# Both agree on DTLS-SRTP, bob's side says ClientHello (OpenSSL), and nobody answers; alice hangs up after eight seconds.
media_port=40010
hosts caller callee
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=example.com -keyout "$work/dtls.key" -out "$work/dtls.crt" 2>"$work/dtls.log"
fingerprint=$(openssl x509 -in "$work/dtls.crt" -noout -fingerprint -sha256 | cut -d = -f 2)
for phone in caller:actpass callee:active; do
  says ${phone%:*} "s|RTP/AVP 8|UDP/TLS/RTP/SAVP 8|; s|a=ptime:20|&\n      a=setup:${phone#*:}\n      a=fingerprint:sha-256 $fingerprint|"
done
answers callee answering-callee.xml
talks caller callee --seconds 0 --stay 14      # it listens
{ sleep 2.6; on callee timeout 8.4 openssl s_client -dtls -use_srtp SRTP_AES128_CM_SHA1_80 -cert "$work/dtls.crt" -key "$work/dtls.key" \
  -bind "$(address callee):$media_port" -connect "$(address caller):$media_port" </dev/null >"$work/dtls.screen" 2>&1 || true; } &
answering+=($!)
calls caller answered-caller.xml bob@example.com callee -d 8000
