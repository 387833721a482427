# A session of 90 seconds is refreshed halfway (Session-Expires, UPDATE after 45 seconds).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
