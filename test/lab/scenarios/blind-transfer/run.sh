# Alice transfers bob to carol without asking her (REFER, NOTIFY 100 and 200, then alice hangs up).
hosts caller callee callee-2
answers callee-2 carol.xml
answers callee callee.xml
{ sleep 4.4; calls callee transferred.xml carol@example.com callee-2 -p 5062 -mp 40010; } &
calls caller caller.xml bob@example.com callee
wait $!
