# Both agree on DTLS-SRTP, shake hands (OpenSSL), and media goes both ways.
media_port=40010
hosts caller callee
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=example.com -keyout "$work/dtls.key" -out "$work/dtls.crt" 2>"$work/dtls.log"
fingerprint=$(openssl x509 -in "$work/dtls.crt" -noout -fingerprint -sha256 | cut -d = -f 2)
for phone in caller:actpass callee:active; do
  says ${phone%:*} "s|RTP/AVP 8|UDP/TLS/RTP/SAVP 8|; s|a=ptime:20|&\n      a=setup:${phone#*:}\n      a=fingerprint:sha-256 $fingerprint|"
done
answers callee answering-callee.xml
talks caller callee --after 2.9 --seconds 3 --encrypted --seed 100
talks callee caller --after 2.9 --seconds 3 --encrypted --seed 101
dtls=(-dtls -use_srtp SRTP_AES128_CM_SHA1_80 -cert "$work/dtls.crt" -key "$work/dtls.key")
sleep 9 | on caller timeout 9 openssl s_server "${dtls[@]}" -accept "$(address caller):$media_port" >"$work/dtls-caller.screen" 2>&1 &
{ sleep 2.5; sleep 5 | on callee timeout 5 openssl s_client "${dtls[@]}" -bind "$(address callee):$media_port" -connect "$(address caller):$media_port" >"$work/dtls-callee.screen" 2>&1 || true; } &
answering+=($!)
calls caller answered-caller.xml bob@example.com callee -d 3900
