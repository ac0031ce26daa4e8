import { once } from "node:events";
import net from "node:net";
import { Failure } from "@/lib/failure";

/** Throws a Failure when nothing can listen on this address: the port is taken, needs more rights, or is not ours. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = net.createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new Failure(`Port ${port} on ${host} is taken (is the site running already?): stop what uses it, or set PORT to a free one.`, {
        cause,
      });
    if (code === "EACCES") throw new Failure(`Port ${port} needs more rights than we have: set PORT to one from 1024.`, { cause });
    throw new Failure(`Nothing can listen on HOST ${host} (${code}): set HOST to an address of this machine.`, { cause });
  }
  probe.close();
  await once(probe, "close");
}
