# The registrar grants nothing shorter than five minutes, and alice's phone asks for these (423, 200).
hosts caller proxy
answers proxy registrar.xml
calls caller phone.xml alice@example.com proxy
