/** How many sockets this process holds open, resolvers' among them. Pipes to its children do not count. */
export function countSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => /TCP|TLS|UDP|DNS|CARES/i.test(name)).length;
}
