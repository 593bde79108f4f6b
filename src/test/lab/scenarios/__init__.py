"""What can be tried in the lab; those that take longest come first."""
from scenarios import addresses, finding, forwarding, losses, mapping, serving, windows

ALL = {
    scenario.__name__.replace("_", "-"): scenario
    for scenario in (
        windows.two_windows_and_a_router,
        windows.opened_by_the_window,
        windows.found_in_the_form,
        mapping.mapped_by_pcp,
        mapping.mapped_by_nat_pmp,
        mapping.mapped_by_upnp,
        finding.blocked_while_announced,
        finding.two_laptops,
        mapping.router_without_mapping,
        mapping.behind_another_router,
        mapping.behind_the_provider,
        mapping.no_outside_address,
        addresses.client_port_changes,
        addresses.client_address_changes,
        addresses.lost_there_from_behind_a_nat,
        losses.lost_both_ways,
        losses.lost_there,
        losses.lost_back,
        serving.dropped_by_the_server,
        serving.refused_by_limits,
        serving.server_restarted,
        serving.python_lab_server,
        serving.invited,
        finding.server_in_two_networks,
        finding.leave_of_the_deaf,
        finding.two_cards_in_one_network,
        finding.nobody_to_tell,
        finding.firewall_opened,
        addresses.two_lan_addresses,
        serving.late_server,
        serving.answers_from_another_address,
        forwarding.private_address_from_outside,
        forwarding.server_off,
        forwarding.forwarded_to_a_wrong_port,
        forwarding.not_forwarded,
        forwarding.forwarded_by_hand,
    )
}
