# The answered call, as Wireshark exports the messages of a layer: without the layers below.
hosts caller callee
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee

afterwards() {
  tshark -r "$work/capture.pcap" -U 'OSI layer 7' -F pcap -w "$work/exported.pcap" 2>"$work/tshark.log"
  mv "$work/exported.pcap" "$work/capture.pcap"
}
