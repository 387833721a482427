# Bob's phone and his answering machine both answer; alice's phone acknowledges both, and forgets to hang up the second.
hosts caller proxy callee callee-2
proxy kamailio.cfg
answers callee quick.xml
answers callee-2 machine.xml
calls caller caller.xml bob@example.com proxy
