"""What can be tried in the lab; those that take longest come first."""
from scenarios import addresses, forwarding, serving

ALL = {
    scenario.__name__.replace("_", "-"): scenario
    for scenario in (
        serving.python_lab_server,
        addresses.two_lan_addresses,
        forwarding.server_off,
        forwarding.forwarded_to_a_wrong_port,
        forwarding.not_forwarded,
        forwarding.forwarded_by_hand,
    )
}
