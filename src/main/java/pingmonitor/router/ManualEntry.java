package pingmonitor.router;

/**
 * What a person enters in the router's page to forward the port by hand; always UDP.
 *
 * @param gateway the router with its page, and this machine's address
 * @param externalPort at the router's outside
 * @param internalPort where this machine listens
 */
public record ManualEntry(Gateway gateway, int externalPort, int internalPort) {}
