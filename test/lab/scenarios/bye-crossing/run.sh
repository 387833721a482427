# Alice and bob hang up at the same moment; alice's phone knows no such call any more (BYE, BYE, 481, 200).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
