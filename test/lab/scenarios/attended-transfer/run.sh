# Alice asks carol first, then connects bob with her (REFER with Replaces, the consultation ends).
hosts caller callee callee-2
answers callee callee.xml
answers callee-2 carol.xml -m 2
{ sleep 4; calls caller consultation.xml carol@example.com callee-2 -p 5062 -mp 40010 -cid_str consultation@192.0.2.1; } &
consulting=$!
{ sleep 8.6; calls callee transferred.xml carol@example.com callee-2 -p 5062 -mp 40010; } &
transferred=$!
calls caller caller.xml bob@example.com callee
wait $consulting $transferred
