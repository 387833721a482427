# Bob's phone lacks an extension, and alice's does without it (420, 100, 180, 200).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
