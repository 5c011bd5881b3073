import type { ConnectFailure } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const KNOCK = "nc -vz {host} {port}";
const WHO_LISTENS = "On the server: ss -ltnp 'sport = :{port}'";

/** Connections that did not come about. */
export const CONNECT_ENTRIES: Record<ConnectFailure, Entry> = {
  refused: {
    cause: "configuration",
    headline: "Connection refused",
    plain: "The machine is there, but no mail server answers on this port: it has stopped or listens elsewhere.",
    expert: "The SYN is answered with RST: nothing listens on port {port}, or a firewall rejects with a reset.",
    next: [
      KNOCK,
      WHO_LISTENS,
      "On the server: systemctl status postfix exim4 opensmtpd",
      "On the server: journalctl --facility mail -n 50",
    ],
    rfc: "RFC 9293 section 3.5.2",
  },
  timeout: {
    cause: "network",
    headline: "Connection timed out",
    plain: "Nothing answers at the server's address: the machine is off, cut off, or a firewall drops our packets.",
    expert: "No answer to our SYN within the time limit: the host is down, a firewall drops silently, or a route is black-holed.",
    next: [
      KNOCK,
      "tcptraceroute {host} {port}",
      WHO_LISTENS,
      "On the server: nft list ruleset",
      "Check the firewall of the server and of its provider for port {port}.",
    ],
    rfc: "RFC 9293 section 3.8.3",
  },
  unreachable: {
    cause: "network",
    headline: "Server unreachable",
    plain: "The network says that there is no way to the server.",
    expert:
      "ICMP unreachable came back for every address: the host does not answer in its own network or its prefix is not routed.",
    next: [
      "traceroute {host}",
      KNOCK,
      "On the server: ip address; ip route",
      "Ask the server's provider whether its network has an outage.",
    ],
    rfc: "RFC 1812 section 5.2.7.1",
  },
  "no-route": {
    cause: "ours",
    headline: "No route from this location",
    plain: "The place we check from has no way to the server's network, so we cannot tell how the server is.",
    expert: "connect(2) fails at once for every address: the worker has no route for this address family.",
    next: ["On the worker: ip -6 route; ip route", "Give the server an address of the other family, or the worker's network one."],
    rfc: "RFC 1122 section 3.3.1",
  },
  blocked: {
    cause: "configuration",
    headline: "Address or port not allowed",
    plain:
      "The name leads to an address, or the monitor to a port, that may not be watched from here, such as one inside a private network, or whoever runs the server does not want it to be watched.",
    expert:
      "Every address of the name is private, reserved, our own or a cloud's metadata service, or on the list of those that are left alone, or port {port} is none of the mail ports: the address guard refuses to connect.",
    next: [
      "dig {host} A",
      "dig {host} AAAA",
      "Watch the server by a public address and on a mail port, or from a worker of your own.",
    ],
    rfc: "RFC 6890",
  },
  "port-closed-here": {
    cause: "ours",
    headline: "Port is closed at this location",
    plain: "The place we check from reaches no server at all on this port, so we cannot tell how yours is.",
    expert:
      "The location's self-test gets through to nobody on port {port}: most likely its provider blocks outgoing connections to it.",
    next: [
      `On the worker: ${KNOCK}`,
      "Ask the worker's provider to open outgoing port {port}, which many do only when asked.",
      "Until then, have this monitor checked from another location.",
    ],
    rfc: null,
  },
  busy: {
    cause: "ours",
    headline: "Too many checks at once",
    plain: "As many of our checks as we allow were on their way to this server already, so this one did not run.",
    expert:
      "No turn at this address came free in time; the limit counts all monitors and teams, so that no server is flooded by us.",
    next: [
      "Give the monitors of this address a longer interval, or have fewer of them.",
      "Find out which of them waits for long: its checks keep the others waiting.",
    ],
    rfc: null,
  },
  failed: {
    cause: "ours",
    headline: "Connection could not be tried",
    plain: "Our own machine could not open a connection, so we cannot tell how the server is.",
    expert: "The worker's system refused the socket: file descriptors or ports ran out, or a local policy forbids it.",
    next: ["On the worker: ulimit -n; ss -s", "On the worker: nft list ruleset"],
    rfc: null,
  },
};
