// A command that serves on a port, while something is done with it.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Starts `command` with the arguments that `args` makes of a free port, and runs `work` with the address. */
export async function server(command, args, options, work) {
  const port = await freePort();
  const child = spawn(command, args(port), { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.once("error", (error) => {
    output += error;
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(url, child);
    return await work(url);
  } catch (error) {
    error.message += `\n${output}`;
    throw error;
  } finally {
    child.kill();
    await ended;
  }
}

async function answering(url, child) {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      return await (await fetch(url)).arrayBuffer();
    } catch {
      await wait(50);
    }
  }
  throw new Error("the server ended before it answered");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
