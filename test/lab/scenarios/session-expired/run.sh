# A session of 90 seconds is not refreshed, and bob's phone hangs up 30 seconds before its end (BYE after 60 seconds).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
