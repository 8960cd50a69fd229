import { createRequire } from "node:module";
import { type Run, type RunOptions, run, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();

/** Tells `opened` of every use of the network: a connection, a host looked up, a port listened at. */
const guard = written(
  folder,
  "guard.cjs",
  `module.exports = (opened) => {
     const net = require("node:net"), dns = require("node:dns"), dgram = require("node:dgram");
     const guarded = [[net.Socket.prototype, "connect"], [net.Server.prototype, "listen"],
       [dgram, "createSocket"], ...[dns, dns.promises].flatMap((one) => [[one, "lookup"], [one, "resolve"]])];
     const before = guarded.map(([owner, name]) => owner[name]);
     for (const [owner, name] of guarded) owner[name] = () => opened(name);
     return () => guarded.forEach(([owner, name], at) => { owner[name] = before[at]; });
   };`,
);
/** Ends any program that uses the network. */
const preload = written(
  folder,
  "preload.cjs",
  `require("./guard.cjs")((what) => { process.stderr.write("SOCKET " + what + "\\n"); process.exit(99); });`,
);

/** Tells of every use of the network in this process, until what it returns is called. */
export function guardNetwork(opened: (what: string) => void): () => void {
  return createRequire(guard)(guard)(opened);
}

/**
 * Runs the command where every use of the network ends it with 99 and a line `SOCKET …`; in a process of
 * its own where `run` does so, for what fetches.
 */
export async function runOffline(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  if (args.includes("update")) {
    return run(args, { ...options, env: { ...options.env, NODE_OPTIONS: `--require ${preload}` } });
  }
  const sockets: string[] = [];
  const restore = guardNetwork((what) => {
    sockets.push(`SOCKET ${what}\n`);
    throw new Error(`no network for ${what}`);
  });
  try {
    const ran = await run(args, options);
    return sockets.length === 0 ? ran : { ...ran, status: 99, stderr: sockets.join("") };
  } finally {
    restore();
  }
}
