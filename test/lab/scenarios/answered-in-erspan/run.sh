# The answered call, in a network that ERSPAN's third type carries.
hosts caller callee
overlay erspan caller callee options:key=46 options:erspan_ver=2 options:erspan_dir=1 options:erspan_hwid=4
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
