# Alice's phone offers G.729 only and bob's has no such codec (488 with Warning 305).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
